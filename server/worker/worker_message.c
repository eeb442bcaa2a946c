/* worker_message.c -- an answer and its file, through a socket. */
#include <errno.h>
#include <string.h>
#include <sys/socket.h>

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

int
worker_receive(int socket, struct worker_answer *answer, bool *is_gone)
{
	union envelope envelope;
	struct iovec place = { answer, sizeof(*answer) };
	struct msghdr message = { .msg_iov = &place,
		.msg_iovlen = 1,
		.msg_control = envelope.bytes,
		.msg_controllen = sizeof(envelope.bytes) };
	ssize_t got =
		recvmsg(socket, &message, MSG_CMSG_CLOEXEC | MSG_DONTWAIT);
	const struct cmsghdr *head;

	*is_gone = got == 0 || (got < 0 && errno != EAGAIN && errno != EINTR);
	if (got != (ssize_t)sizeof(*answer))
		return -1;
	answer->file = -1; /* a number over there says nothing here */
	head = CMSG_FIRSTHDR(&message);
	if (head != NULL && head->cmsg_type == SCM_RIGHTS)
		memcpy(&answer->file, CMSG_DATA(head), sizeof(int));
	return 0;
}
