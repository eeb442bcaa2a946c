/* keeper.c -- a process that opens a few files for one that no longer may. */
#include "keeper.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include "log.h"
#include "memory.h"

enum { LOOK_EVERY_MS = 1000, KEPT_FILE_LIMIT = 1 << 20 };

/* Room for one message with all descriptors. */
union envelope {
	struct cmsghdr head; /* aligns it */
	char bytes[CMSG_SPACE(KEPT_LIMIT * sizeof(int))];
};

static int
open_all(const struct keeper *keeper, int files[KEPT_LIMIT])
{
	for (size_t i = 0; i < keeper->count; i++) {
		files[i] = open(keeper->paths[i], O_RDONLY | O_CLOEXEC);
		if (files[i] >= 0)
			continue;
		log_error("%s: %s", keeper->paths[i], strerror(errno));
		while (i-- > 0)
			close(files[i]);
		return -1;
	}
	return 0;
}

static void
close_all(const int *files, size_t count)
{
	for (size_t i = 0; i < count; i++)
		close(files[i]);
}

static void
send_all(const struct keeper *keeper)
{
	int files[KEPT_LIMIT];
	size_t size = keeper->count * sizeof(int);
	union envelope envelope = { 0 };
	char files_follow = 0;
	struct iovec byte = { &files_follow, 1 };
	struct msghdr message = { .msg_iov = &byte,
		.msg_iovlen = 1,
		.msg_control = envelope.bytes,
		.msg_controllen = CMSG_SPACE(size) };
	struct cmsghdr *head = CMSG_FIRSTHDR(&message);

	if (open_all(keeper, files) != 0)
		return;
	head->cmsg_level = SOL_SOCKET;
	head->cmsg_type = SCM_RIGHTS;
	head->cmsg_len = CMSG_LEN(size);
	memcpy(CMSG_DATA(head), files, size);
	sendmsg(keeper->socket, &message, MSG_NOSIGNAL);
	close_all(files, keeper->count);
}

/* What tells whether a file is another than before. */
struct stamp {
	dev_t device;
	ino_t inode;
	off_t size;
	struct timespec changed;
};

/* A file that is missing, as while it is replaced, counts as unchanged. */
static bool
has_changed(const char *path, struct stamp *before)
{
	struct stat status;
	bool same;

	if (stat(path, &status) != 0)
		return false;
	same = before->device == status.st_dev &&
		before->inode == status.st_ino &&
		before->size == status.st_size &&
		before->changed.tv_sec == status.st_ctim.tv_sec &&
		before->changed.tv_nsec == status.st_ctim.tv_nsec;
	*before = (struct stamp){ status.st_dev, status.st_ino, status.st_size,
		status.st_ctim };
	return !same;
}

static bool
any_has_changed(const struct keeper *keeper, struct stamp *stamps)
{
	bool any = false;

	for (size_t i = 0; i < keeper->count; i++)
		any |= has_changed(keeper->paths[i], &stamps[i]);
	return any;
}

/* Ends with the process that it keeps the files for. */
static _Noreturn void
keep(const struct keeper *keeper, struct stamp *stamps)
{
	struct pollfd asked = { keeper->socket, POLLIN, 0 };
	char byte;

	for (;;) {
		bool wanted = poll(&asked, 1, LOOK_EVERY_MS) > 0;

		if (wanted && recv(keeper->socket, &byte, 1, 0) <= 0)
			_exit(0);
		if (any_has_changed(keeper, stamps) || wanted)
			send_all(keeper);
	}
}

int
keeper_start(struct keeper *keeper)
{
	struct stamp stamps[KEPT_LIMIT] = { 0 };
	pid_t parent = getpid();
	int pair[2];
	pid_t child;

	any_has_changed(keeper, stamps);
	if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, pair) != 0) {
		log_error("the keeper of files: %s", strerror(errno));
		return -1;
	}
	child = fork();
	if (child == 0) {
		prctl(PR_SET_PDEATHSIG, SIGKILL);
		signal(SIGHUP, SIG_IGN);
		close(pair[0]);
		keeper->socket = pair[1];
		if (getppid() == parent)
			keep(keeper, stamps);
		_exit(0);
	}
	close(pair[1]);
	keeper->socket = pair[0];
	if (child < 0)
		log_error("the keeper of files: %s", strerror(errno));
	return child < 0 ? -1 : 0;
}

/* NULL after logging. */
static char *
read_text(int file, const char *path)
{
	struct text text = { 0 };
	char piece[4096];
	ssize_t got;

	text_append(&text, "");
	while ((got = read(file, piece, sizeof(piece))) > 0 &&
		text.length < KEPT_FILE_LIMIT)
		text_append_bytes(&text, piece, (size_t)got);
	explicit_bzero(piece, sizeof(piece));
	if (got == 0)
		return text.bytes;
	log_error("%s: %s", path,
		got < 0 ? strerror(errno) : "is longer than a mebibyte");
	text_free(&text);
	return NULL;
}

static int
read_files(const struct keeper *keeper, const int *files, struct kept *contents)
{
	int result = 0;

	*contents = (struct kept){ 0 };
	for (size_t i = 0; i < keeper->count; i++) {
		contents->texts[i] = read_text(files[i], keeper->paths[i]);
		if (contents->texts[i] == NULL)
			result = -1;
	}
	if (result != 0)
		keeper_drop(keeper, contents);
	return result;
}

int
keeper_read_directly(const struct keeper *keeper, struct kept *contents)
{
	int files[KEPT_LIMIT];
	int result;

	if (open_all(keeper, files) != 0)
		return -1;
	result = read_files(keeper, files, contents);
	close_all(files, keeper->count);
	return result;
}

int
keeper_read(const struct keeper *keeper, struct kept *contents)
{
	int files[KEPT_LIMIT];
	union envelope envelope;
	char byte;
	struct iovec place = { &byte, 1 };
	struct msghdr message = { .msg_iov = &place,
		.msg_iovlen = 1,
		.msg_control = envelope.bytes,
		.msg_controllen = sizeof(envelope.bytes) };
	size_t size = keeper->count * sizeof(int);
	const struct cmsghdr *head;
	int result;

	if (recvmsg(keeper->socket, &message,
		    MSG_CMSG_CLOEXEC | MSG_DONTWAIT) <= 0)
		return -1;
	head = CMSG_FIRSTHDR(&message);
	if (head == NULL || head->cmsg_len != CMSG_LEN(size))
		return -1;
	memcpy(files, CMSG_DATA(head), size);
	result = read_files(keeper, files, contents);
	close_all(files, keeper->count);
	return result;
}

void
keeper_look_now(const struct keeper *keeper)
{
	send(keeper->socket, "?", 1, MSG_NOSIGNAL | MSG_DONTWAIT);
}

void
keeper_drop(const struct keeper *keeper, struct kept *contents)
{
	for (size_t i = 0; i < keeper->count; i++) {
		if (contents->texts[i] != NULL)
			explicit_bzero(
				contents->texts[i], strlen(contents->texts[i]));
		free(contents->texts[i]);
		contents->texts[i] = NULL;
	}
}
