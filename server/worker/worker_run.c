/* worker_run.c -- the worker: a child for each job, with its limits. */
#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "lockdown.h"
#include "log.h"
#include "memory.h"
#include "worker_parts.h"

/* The sanitizers take terabytes, of which they use little: a limit that holds
 * would be one for all, and this one does not. */
#ifdef __SANITIZE_ADDRESS__
enum { LIMITED_MEMORY = RLIMIT_RSS };
#else
enum { LIMITED_MEMORY = RLIMIT_AS };
#endif

static void
set_limit(int resource, rlim_t most)
{
	const struct rlimit limit = { most, most };

	setrlimit((__rlimit_resource_t)resource, &limit);
}

static _Noreturn void
do_job(const struct worker_rules *rules, const char *request, int file)
{
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	setpgid(0, 0);
	set_limit(LIMITED_MEMORY, rules->memory);
	set_limit(RLIMIT_CORE, 0);
	signal(SIGALRM, SIG_DFL);
	alarm(rules->seconds);
	_exit(rules->work(rules->context, request, file) == 0 ? 0 : 1);
}

/* What the job has started ends with it: the alarm is not heard by others. */
static enum worker_result
wait_for(pid_t child, const char *request)
{
	int status = 0;

	setpgid(child, child); /* whoever of the two comes first */
	while (waitpid(child, &status, 0) < 0 && errno == EINTR)
		continue;
	kill(-child, SIGKILL);
	if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
		return WORKER_DONE;
	if (!WIFSIGNALED(status))
		return WORKER_FAILED;
	log_warning("the worker at '%s' was ended: %s", request,
		strsignal(WTERMSIG(status)));
	return WTERMSIG(status) == SIGALRM ? WORKER_TOO_SLOW : WORKER_FAILED;
}

static void
answer_job(const struct worker_rules *rules, int socket,
	const struct worker_job *job)
{
	struct worker_answer answer = { job->number, WORKER_FAILED, -1 };
	pid_t child;
	int file;

	if (rules->prepare != NULL)
		rules->prepare(rules->context, job->request);
	file = memfd_create("answer", MFD_CLOEXEC);
	child = file >= 0 ? fork() : -1;
	if (child == 0)
		do_job(rules, job->request, file);
	if (child > 0)
		answer.result = wait_for(child, job->request);
	else
		log_warning("the worker: %s", strerror(errno));
	if (answer.result == WORKER_DONE) {
		lseek(file, 0, SEEK_SET);
		answer.file = file;
	}
	if (worker_send(socket, &answer) != 0)
		_exit(0); /* nobody is left to hear */
	if (file >= 0)
		close(file);
}

/* Who sends them to all processes means the server, which ends us. */
static const int not_for_us[] = { SIGHUP, SIGINT, SIGTERM };

_Noreturn void
worker_run(const struct worker_rules *rules, int socket)
{
	struct worker_job job;

	for (size_t i = 0; i < COUNT(not_for_us); i++)
		signal(not_for_us[i], SIG_IGN);
	if (rules->lockdown != NULL &&
		(lockdown_process(rules->lockdown) != 0 ||
			lockdown_calls_of_worker() != 0))
		_exit(1);
	if (write(socket, "", 1) != 1) /* the rights are given up */
		_exit(1);
	while (recv(socket, &job, sizeof(job), 0) == (ssize_t)sizeof(job))
		answer_job(rules, socket, &job);
	_exit(0);
}
