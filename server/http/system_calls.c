/* system_calls.c -- the system calls that serving takes; the only door to
 * libseccomp.
 *
 * What else is asked for fails with EPERM, so that a newer libc that tries
 * something new first goes on with the old way; the kernel's audit log shows
 * it. What only somebody else's code would ask for ends the process. */
#include <errno.h>
#include <seccomp.h>
#include <string.h>

#include "lockdown.h"
#include "log.h"
#include "memory.h"

static const int served[] = {
	/* connections */
	SCMP_SYS(accept),
	SCMP_SYS(accept4),
	SCMP_SYS(close),
	SCMP_SYS(epoll_create1),
	SCMP_SYS(epoll_ctl),
	SCMP_SYS(epoll_pwait),
	SCMP_SYS(epoll_wait),
	SCMP_SYS(fcntl),
	SCMP_SYS(getpeername),
	SCMP_SYS(getsockname),
	SCMP_SYS(getsockopt),
	SCMP_SYS(poll),
	SCMP_SYS(ppoll),
	SCMP_SYS(recvfrom),
	SCMP_SYS(recvmsg),
	SCMP_SYS(sendfile),
	SCMP_SYS(sendmsg),
	SCMP_SYS(sendto),
	SCMP_SYS(setsockopt),
	SCMP_SYS(shutdown),
	/* files to be read */
	SCMP_SYS(access),
	SCMP_SYS(dup),
	SCMP_SYS(faccessat),
	SCMP_SYS(faccessat2),
	SCMP_SYS(fstat),
	SCMP_SYS(getdents64),
	SCMP_SYS(lseek),
	SCMP_SYS(lstat),
	SCMP_SYS(newfstatat),
	SCMP_SYS(open),
	SCMP_SYS(openat),
	SCMP_SYS(openat2),
	SCMP_SYS(pread64),
	SCMP_SYS(preadv),
	SCMP_SYS(read),
	SCMP_SYS(readlink),
	SCMP_SYS(readlinkat),
	SCMP_SYS(readv),
	SCMP_SYS(stat),
	SCMP_SYS(statx),
	SCMP_SYS(flock),
	SCMP_SYS(fadvise64),
	SCMP_SYS(getcwd),
	SCMP_SYS(fstatfs),
	/* files in memory, pipes, messages */
	SCMP_SYS(eventfd2),
	SCMP_SYS(fchmod),
	SCMP_SYS(ftruncate),
	SCMP_SYS(memfd_create),
	SCMP_SYS(pipe2),
	SCMP_SYS(pwrite64),
	SCMP_SYS(write),
	SCMP_SYS(writev),
	/* memory, time, chance, signals, the end */
	SCMP_SYS(brk),
	SCMP_SYS(clock_gettime),
	SCMP_SYS(clock_nanosleep),
	SCMP_SYS(exit),
	SCMP_SYS(exit_group),
	SCMP_SYS(futex),
	SCMP_SYS(getegid),
	SCMP_SYS(geteuid),
	SCMP_SYS(getgid),
	SCMP_SYS(getpid),
	SCMP_SYS(getppid),
	SCMP_SYS(getrandom),
	SCMP_SYS(getrusage),
	SCMP_SYS(gettid),
	SCMP_SYS(gettimeofday),
	SCMP_SYS(getuid),
	SCMP_SYS(madvise),
	SCMP_SYS(mmap),
	SCMP_SYS(mprotect),
	SCMP_SYS(mremap),
	SCMP_SYS(munmap),
	SCMP_SYS(nanosleep),
	SCMP_SYS(restart_syscall),
	SCMP_SYS(rt_sigaction),
	SCMP_SYS(rt_sigprocmask),
	SCMP_SYS(rt_sigreturn),
	SCMP_SYS(sched_getaffinity),
	SCMP_SYS(sched_yield),
	SCMP_SYS(sigaltstack),
	SCMP_SYS(sysinfo),
	SCMP_SYS(tgkill),
	SCMP_SYS(uname),
};

static const int deadly[] = {
	SCMP_SYS(bpf),
	SCMP_SYS(init_module),
	SCMP_SYS(kexec_load),
	SCMP_SYS(mount),
	SCMP_SYS(pivot_root),
	SCMP_SYS(process_vm_readv),
	SCMP_SYS(process_vm_writev),
	SCMP_SYS(setuid),
	SCMP_SYS(unshare),
};

/* Workers run gnuplot. */
static const int deadly_to_servers[] = {
	SCMP_SYS(execve),
	SCMP_SYS(execveat),
};

/* Workers draw, and nobody knows which calls the libraries for that will take
 * next year; but none has to do with other hosts or processes. */
static const int refused_to_workers[] = {
	SCMP_SYS(accept),
	SCMP_SYS(accept4),
	SCMP_SYS(add_key),
	SCMP_SYS(bind),
	SCMP_SYS(connect),
	SCMP_SYS(io_uring_setup),
	SCMP_SYS(keyctl),
	SCMP_SYS(listen),
	SCMP_SYS(perf_event_open),
	SCMP_SYS(ptrace),
	SCMP_SYS(request_key),
	SCMP_SYS(sendto),
	SCMP_SYS(socket),
	SCMP_SYS(userfaultfd),
};

/* At the end the sanitizers look for leaks from a process of their own. */
#ifdef __SANITIZE_ADDRESS__
static const int checked[] = {
	SCMP_SYS(clone),
	SCMP_SYS(getdents),
	SCMP_SYS(ptrace),
	SCMP_SYS(wait4),
	SCMP_SYS(prctl),
	SCMP_SYS(rt_sigtimedwait),
	SCMP_SYS(kill),
	SCMP_SYS(getrlimit),
	SCMP_SYS(prlimit64),
	SCMP_SYS(setrlimit),
	SCMP_SYS(arch_prctl),
	SCMP_SYS(ioctl),
	SCMP_SYS(pipe),
	SCMP_SYS(sched_getaffinity),
	SCMP_SYS(set_robust_list),
	SCMP_SYS(rseq),
	SCMP_SYS(process_vm_readv),
};
#else
static const int checked[] = { SCMP_SYS(read) }; /* nothing in addition */
#endif

static int
add_rules(
	scmp_filter_ctx filter, uint32_t action, const int *calls, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		int status = seccomp_rule_add(filter, action, calls[i], 0);

		/* a call that this machine never had is no harm */
		if (status != 0 && status != -EDOM && status != -EEXIST)
			return status;
	}
	return 0;
}

static int
finish_filter(scmp_filter_ctx filter)
{
	int status =
		add_rules(filter, SCMP_ACT_KILL_PROCESS, deadly, COUNT(deadly));

	return status == 0 ? seccomp_load(filter) : status;
}

static int
load_server_filter(scmp_filter_ctx filter)
{
	int status = seccomp_attr_set(filter, SCMP_FLTATR_CTL_LOG, 1);

	if (status == -EOPNOTSUPP) /* an old kernel: no log, the same rules */
		status = 0;
	if (status == 0)
		status = add_rules(
			filter, SCMP_ACT_ALLOW, served, COUNT(served));
	if (status == 0)
		status = add_rules(
			filter, SCMP_ACT_ALLOW, checked, COUNT(checked));
	if (status == 0)
		status = add_rules(filter, SCMP_ACT_KILL_PROCESS,
			deadly_to_servers, COUNT(deadly_to_servers));
	return status == 0 ? finish_filter(filter) : status;
}

static int
load_worker_filter(scmp_filter_ctx filter)
{
	int status = add_rules(filter, SCMP_ACT_ERRNO(EPERM),
		refused_to_workers, COUNT(refused_to_workers));

	return status == 0 ? finish_filter(filter) : status;
}

static int
load(uint32_t usual_action, int (*add)(scmp_filter_ctx))
{
	scmp_filter_ctx filter = seccomp_init(usual_action);
	int status = filter != NULL ? add(filter) : -ENOMEM;

	seccomp_release(filter);
	if (status == 0)
		return 0;
	if (status == -EINVAL || status == -ENOSYS) {
		log_warning("locked down, but for the system calls: this "
			    "kernel has no seccomp filters");
		return 0;
	}
	log_error("the filter of system calls: %s", strerror(-status));
	return -1;
}

int
lockdown_calls(void)
{
	return load(SCMP_ACT_ERRNO(EPERM), load_server_filter);
}

int
lockdown_calls_of_worker(void)
{
	return load(SCMP_ACT_ALLOW, load_worker_filter);
}
