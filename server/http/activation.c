/* activation.c -- what systemd hands over and hears, without its library. */
#include "activation.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "log.h"

enum { FIRST_HANDED_OVER = 3 };

static long
number_of(const char *variable)
{
	const char *value = getenv(variable);

	return value != NULL ? strtol(value, NULL, 10) : 0;
}

static bool
listens(int socket)
{
	int listening = 0;
	socklen_t size = sizeof(listening);

	return getsockopt(socket, SOL_SOCKET, SO_ACCEPTCONN, &listening,
		       &size) == 0 &&
		listening != 0;
}

int
activation_take(struct listeners *listeners)
{
	long count = number_of("LISTEN_PID") == getpid()
		? number_of("LISTEN_FDS")
		: 0;

	unsetenv("LISTEN_PID");
	unsetenv("LISTEN_FDS");
	unsetenv("LISTEN_FDNAMES");
	for (int i = 0; i < count; i++) {
		int socket = FIRST_HANDED_OVER + i;

		fcntl(socket, F_SETFD, FD_CLOEXEC);
		fcntl(socket, F_SETFL, fcntl(socket, F_GETFL) | O_NONBLOCK);
		if (!listens(socket) ||
			listeners_adopt(listeners, socket) != 0) {
			log_error("socket %d that was handed over is no "
				  "listening stream of IPv6 or IPv4",
				i + 1);
			return -1;
		}
	}
	return 0;
}

void
activation_tell(const char *state)
{
	const char *path = getenv("NOTIFY_SOCKET");
	struct sockaddr_un address = { .sun_family = AF_UNIX };
	socklen_t length = offsetof(struct sockaddr_un, sun_path);
	int socket_fd;

	if (path == NULL || strlen(path) >= sizeof(address.sun_path))
		return;
	strcpy(address.sun_path, path);
	length += (socklen_t)strlen(path);
	if (path[0] == '@') /* a name without a file */
		address.sun_path[0] = '\0';
	socket_fd = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
	if (socket_fd < 0)
		return;
	sendto(socket_fd, state, strlen(state), MSG_NOSIGNAL,
		(const struct sockaddr *)&address, length);
	close(socket_fd);
}
