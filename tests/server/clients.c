/* clients.c -- bad company for the server's tests.
 *
 *   clients crowd PORT COUNT       opens so many connections from addresses of
 *                                  127.1.0.0/16, 32 each, prints how many are
 *                                  open and keeps them until its input ends
 *   clients read HOST PORT PATH    asks for a file and takes a byte a second
 *   clients write HOST PORT        sends a request, a byte a second
 *   clients activate PATH COMMAND...   runs it with a socket of ::1 that
 * listens, as systemd would; prints its process and what it tells at PATH once
 * it is ready
 *
 * The slow ones print after how many seconds they were cut, 60 at most. */
#include <arpa/inet.h>
#include <netdb.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { EACH = 32, MOST_SECONDS = 60, SMALL_BUFFER = 4096 };

static int
connect_from(uint32_t source, int port)
{
	struct sockaddr_in from = { .sin_family = AF_INET,
		.sin_addr.s_addr = htonl(source) };
	struct sockaddr_in to = { .sin_family = AF_INET,
		.sin_port = htons((uint16_t)port),
		.sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	int fd = socket(AF_INET, SOCK_STREAM, 0);

	if (fd >= 0 && bind(fd, (struct sockaddr *)&from, sizeof(from)) == 0 &&
		connect(fd, (struct sockaddr *)&to, sizeof(to)) == 0)
		return fd;
	if (fd >= 0)
		close(fd);
	return -1;
}

static int
crowd(int port, int count)
{
	const struct rlimit limit = { 4096, 4096 };
	int open = 0;
	char byte;

	setrlimit(RLIMIT_NOFILE, &limit);
	for (int i = 0; i < count; i++)
		open += connect_from(
				0x7f010001u + (uint32_t)(i / EACH), port) >= 0;
	printf("%d\n", open);
	fflush(stdout);
	return read(0, &byte, 1) == 0 ? 0 : 1;
}

static int
connect_to(const char *host, const char *port)
{
	const struct addrinfo hints = { .ai_flags = AI_NUMERICHOST,
		.ai_socktype = SOCK_STREAM };
	const int size = SMALL_BUFFER;
	struct addrinfo *found;
	int fd = -1;

	if (getaddrinfo(host, port, &hints, &found) != 0)
		return -1;
	fd = socket(found->ai_family, SOCK_STREAM, 0);
	setsockopt(fd, SOL_SOCKET, SO_RCVBUF, &size, sizeof(size));
	if (connect(fd, found->ai_addr, found->ai_addrlen) != 0) {
		close(fd);
		fd = -1;
	}
	freeaddrinfo(found);
	return fd;
}

static int
is_cut(int fd)
{
	struct pollfd item = { fd, POLLRDHUP, 0 };

	return poll(&item, 1, 0) > 0;
}

/* Until it is cut: a byte a second, in or out. */
static int
be_slow(int fd, int reads)
{
	time_t start = time(NULL);
	char byte = 'x';

	while (time(NULL) - start < MOST_SECONDS && !is_cut(fd)) {
		ssize_t moved =
			reads ? read(fd, &byte, 1) : write(fd, &byte, 1);

		if (moved <= 0)
			break;
		sleep(1);
	}
	printf("%d\n", (int)(time(NULL) - start));
	return 0;
}

static int
slow(int reads, const char *host, const char *port, const char *path)
{
	int fd = connect_to(host, port);

	if (fd < 0)
		return 1;
	dprintf(fd, "GET /%s HTTP/1.1\r\nHost: localhost\r\n%s", path,
		reads ? "\r\n" : "X: ");
	return be_slow(fd, reads);
}

/* As systemd would: a socket that listens as descriptor 3, and one to be told
 * at, all told in the environment. */
static int
listen_as_third(void)
{
	struct sockaddr_in6 address = { .sin6_family = AF_INET6,
		.sin6_addr = IN6ADDR_LOOPBACK_INIT };
	int fd = socket(AF_INET6, SOCK_STREAM, 0);

	if (bind(fd, (struct sockaddr *)&address, sizeof(address)) != 0 ||
		listen(fd, 16) != 0)
		return -1;
	return fd == 3 || dup2(fd, 3) == 3 ? 0 : -1;
}

static int
hear_at(const char *path)
{
	struct sockaddr_un address = { .sun_family = AF_UNIX };
	int fd = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);

	snprintf(address.sun_path, sizeof(address.sun_path), "%s", path);
	return bind(fd, (struct sockaddr *)&address, sizeof(address)) == 0 ? fd
									   : -1;
}

static int
activate(const char *path, char **command)
{
	const struct timeval patience = { .tv_sec = 3 };
	int told = hear_at(path);
	pid_t child = told >= 0 ? fork() : -1;
	char text[128];
	ssize_t length;

	if (child == 0) {
		snprintf(text, sizeof(text), "%d", (int)getpid());
		setenv("LISTEN_PID", text, 1);
		setenv("LISTEN_FDS", "1", 1);
		setenv("NOTIFY_SOCKET", path, 1);
		if (listen_as_third() == 0)
			execvp(command[0], command);
		_exit(127);
	}
	setsockopt(told, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof(patience));
	length = recv(told, text, sizeof(text), 0);
	if (length > 0)
		printf("%d %.*s\n", (int)child, (int)length, text);
	fflush(stdout);
	return child > 0 && waitpid(child, NULL, 0) == child ? 0 : 1;
}

int
main(int argc, char **argv)
{
	signal(SIGPIPE, SIG_IGN);
	if (argc == 4 && strcmp(argv[1], "crowd") == 0)
		return crowd(atoi(argv[2]), atoi(argv[3]));
	if (argc == 5 && strcmp(argv[1], "read") == 0)
		return slow(1, argv[2], argv[3], argv[4]);
	if (argc == 4 && strcmp(argv[1], "write") == 0)
		return slow(0, argv[2], argv[3], "");
	if (argc > 3 && strcmp(argv[1], "activate") == 0)
		return activate(argv[2], argv + 3);
	fprintf(stderr, "clients: see its source\n");
	return 2;
}
