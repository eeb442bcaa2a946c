/* worker.c -- the server's end of the worker: jobs out, answers in. */
#include "worker.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include "log.h"
#include "memory.h"
#include "worker_parts.h"

struct worker {
	int socket;
	uint64_t last_job;
	uint64_t waiting[WORKER_QUEUE]; /* the oldest first */
	size_t waiting_count;
	bool is_gone;
};

static struct worker *
take_end(int socket)
{
	struct worker *worker = memory_zeroed(sizeof(*worker));

	worker->socket = socket;
	return worker;
}

/* It says so once its rights are given up; before, it may end after logging. */
static bool
has_begun(int socket)
{
	char byte;
	ssize_t got;

	do
		got = recv(socket, &byte, sizeof(byte), 0);
	while (got < 0 && errno == EINTR);
	return got == (ssize_t)sizeof(byte);
}

/* Whatever is open when a process is forked is open in both. */
static void
leave_others(const struct worker_rules *rules)
{
	for (size_t i = 0; i < rules->other_count; i++)
		close(rules->others[i]->socket);
}

static _Noreturn void
begin(const struct worker_rules *rules, pid_t parent, const int pair[2])
{
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	close(pair[0]);
	leave_others(rules);
	if (getppid() == parent)
		worker_run(rules, pair[1]);
	_exit(1);
}

struct worker *
worker_start(const struct worker_rules *rules)
{
	pid_t parent = getpid();
	int pair[2];
	pid_t child;

	if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, pair) != 0) {
		log_error("the worker: %s", strerror(errno));
		return NULL;
	}
	child = fork();
	if (child == 0)
		begin(rules, parent, pair);
	if (child < 0)
		log_error("the worker: %s", strerror(errno));
	close(pair[1]);
	if (child > 0 && has_begun(pair[0]))
		return take_end(pair[0]);
	close(pair[0]);
	return NULL;
}

void
worker_free(struct worker *worker)
{
	if (worker == NULL)
		return;
	close(worker->socket);
	free(worker);
}

int
worker_descriptor(const struct worker *worker)
{
	return worker->socket;
}

uint64_t
worker_ask(struct worker *worker, const char *request)
{
	struct worker_job job = { .number = worker->last_job + 1 };

	if (strlen(request) >= sizeof(job.request) ||
		worker->waiting_count == WORKER_QUEUE)
		return 0;
	strcpy(job.request, request);
	if (send(worker->socket, &job, sizeof(job),
		    MSG_NOSIGNAL | MSG_DONTWAIT) != (ssize_t)sizeof(job))
		return 0;
	worker->waiting[worker->waiting_count++] = job.number;
	return worker->last_job = job.number;
}

static void
forget_oldest(struct worker *worker)
{
	worker->waiting_count--;
	memmove(&worker->waiting[0], &worker->waiting[1],
		worker->waiting_count * sizeof(worker->waiting[0]));
}

bool
worker_hear(struct worker *worker, struct worker_answer *answer)
{
	*answer = (struct worker_answer){ .result = WORKER_FAILED, .file = -1 };
	if (worker_receive(worker->socket, answer, &worker->is_gone) != 0 &&
		!worker->is_gone)
		return false;
	if (worker->waiting_count == 0) { /* nobody asked */
		if (answer->file >= 0)
			close(answer->file);
		return false;
	}
	answer->job = worker->waiting[0]; /* in their order, whatever it says */
	forget_oldest(worker);
	return true;
}

bool
worker_is_gone(const struct worker *worker)
{
	return worker->is_gone;
}
