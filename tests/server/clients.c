/* clients.c -- bad company for the server's tests.
 *
 *   clients crowd HOST PORT COUNT EACH   opens so many connections, EACH from
 * one address of 127.1.0.0/16 or 2001:db8:1::/64, prints how many are open and,
 * once its input ends, how many of each address still are clients read HOST
 * PORT PATH    asks for a file and takes a byte a second clients write HOST
 * PORT        sends a request, a byte a second clients activate PATH COMMAND...
 * runs it with a socket of ::1 that listens, as systemd would; prints its
 * process and what it tells at PATH once it is ready
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

enum { CROWD = 4096, MOST_SECONDS = 60, SMALL_BUFFER = 4096 };

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

/* The N-th address of the host's family. */
static int
bind_to(int fd, int family, uint32_t n)
{
	const int free = 1;
	struct sockaddr_in from4 = { .sin_family = AF_INET,
		.sin_addr.s_addr = htonl(0x7f010001u + n) };
	struct sockaddr_in6 from6 = { .sin6_family = AF_INET6 };

	if (family == AF_INET)
		return bind(fd, (struct sockaddr *)&from4, sizeof(from4));
	setsockopt(fd, IPPROTO_IPV6, IPV6_FREEBIND, &free, sizeof(free));
	inet_pton(AF_INET6, "2001:db8:1::1", &from6.sin6_addr);
	from6.sin6_addr.s6_addr[15] = (uint8_t)(n + 1);
	return bind(fd, (struct sockaddr *)&from6, sizeof(from6));
}

static int
connect_from(uint32_t n, const struct addrinfo *to)
{
	int fd = socket(to->ai_family, SOCK_STREAM, 0);

	if (fd >= 0 && bind_to(fd, to->ai_family, n) == 0 &&
		connect(fd, to->ai_addr, to->ai_addrlen) == 0)
		return fd;
	if (fd >= 0)
		close(fd);
	return -1;
}

static void
print_open(const int *fds, int count, int each)
{
	int open = 0;

	for (int i = 0; i < count; i++) {
		open += fds[i] >= 0 && !is_cut(fds[i]);
		if ((i + 1) % each == 0 || i + 1 == count) {
			printf("%d\n", open);
			open = 0;
		}
	}
}

static int
crowd(const char *host, const char *port, int count, int each)
{
	const struct rlimit limit = { CROWD + 64, CROWD + 64 };
	const struct addrinfo hints = { .ai_flags = AI_NUMERICHOST,
		.ai_socktype = SOCK_STREAM };
	struct addrinfo *to;
	int fds[CROWD];
	int open = 0;
	char byte;

	setrlimit(RLIMIT_NOFILE, &limit);
	if (count > CROWD || getaddrinfo(host, port, &hints, &to) != 0)
		return 1;
	for (int i = 0; i < count; i++) {
		fds[i] = connect_from((uint32_t)(i / each), to);
		open += fds[i] >= 0;
	}
	freeaddrinfo(to);
	printf("%d\n", open);
	fflush(stdout);
	if (read(0, &byte, 1) != 0)
		return 1;
	print_open(fds, count, each);
	return 0;
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
	if (argc == 6 && strcmp(argv[1], "crowd") == 0)
		return crowd(argv[2], argv[3], atoi(argv[4]), atoi(argv[5]));
	if (argc == 5 && strcmp(argv[1], "read") == 0)
		return slow(1, argv[2], argv[3], argv[4]);
	if (argc == 4 && strcmp(argv[1], "write") == 0)
		return slow(0, argv[2], argv[3], "");
	if (argc > 3 && strcmp(argv[1], "activate") == 0)
		return activate(argv[2], argv + 3);
	fprintf(stderr, "clients: see its source\n");
	return 2;
}
