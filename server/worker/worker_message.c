/* worker_message.c -- an answer and its file, through a socket. */
#include <errno.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "worker_parts.h"

/* Room for one descriptor, aligned for its head. */
union envelope {
	struct cmsghdr head;
	char bytes[CMSG_SPACE(sizeof(int))];
};

int
worker_send(int socket, const struct worker_answer *answer)
{
	struct worker_answer copy = *answer;
	union envelope envelope = { 0 };
	struct iovec place = { &copy, sizeof(copy) };
	struct msghdr message = { .msg_iov = &place, .msg_iovlen = 1 };

	if (answer->file >= 0) {
		message.msg_control = envelope.bytes;
		message.msg_controllen = sizeof(envelope.bytes);
		envelope.head.cmsg_level = SOL_SOCKET;
		envelope.head.cmsg_type = SCM_RIGHTS;
		envelope.head.cmsg_len = CMSG_LEN(sizeof(int));
		memcpy(CMSG_DATA(&envelope.head), &answer->file, sizeof(int));
	}
	return sendmsg(socket, &message, MSG_NOSIGNAL) < 0 ? -1 : 0;
}

static int
file_of(const struct msghdr *message)
{
	const struct cmsghdr *head = CMSG_FIRSTHDR(message);
	int file = -1;

	if (head != NULL && head->cmsg_type == SCM_RIGHTS)
		memcpy(&file, CMSG_DATA(head), sizeof(file));
	return file;
}

/* A worker is not trusted: a result is one of ours, and has a file when it is
 * done and none else. */
static bool
makes_sense(const struct worker_answer *answer)
{
	return (int)answer->result >= 0 && answer->result < WORKER_RESULTS &&
		(answer->result == WORKER_DONE) == (answer->file >= 0);
}

static void
make_failure(struct worker_answer *answer)
{
	if (answer->file >= 0)
		close(answer->file);
	answer->file = -1;
	answer->result = WORKER_FAILED;
}

int
worker_receive(int socket, struct worker_answer *answer, bool *is_gone)
{
	union envelope envelope;
	struct iovec place = { answer, sizeof(*answer) };
	/* CMSG_SPACE would have room for a second descriptor */
	struct msghdr message = { .msg_iov = &place,
		.msg_iovlen = 1,
		.msg_control = envelope.bytes,
		.msg_controllen = CMSG_LEN(sizeof(int)) };
	ssize_t got =
		recvmsg(socket, &message, MSG_CMSG_CLOEXEC | MSG_DONTWAIT);

	*is_gone = got == 0 || (got < 0 && errno != EAGAIN && errno != EINTR);
	if (got <= 0)
		return -1;
	answer->file = file_of(&message); /* what the number said is theirs */
	if (got != (ssize_t)sizeof(*answer) || !makes_sense(answer))
		make_failure(answer);
	return 0;
}
