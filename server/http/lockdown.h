/* lockdown.h -- what the process that talks to clients may still do: little.
 *
 * Once it listens and has opened the archive it changes its user, can gain no
 * rights, may read a few folders and nothing else (Landlock), and use only the
 * system calls that serving takes (seccomp). The worker that is forked before
 * has limits of its own. */
#ifndef SERVER_LOCKDOWN_H
#define SERVER_LOCKDOWN_H

#include <stddef.h>
#include <sys/types.h>

struct text;

enum { READABLE_LIMIT = 8 };

struct lockdown {
	const char
		*who; /* in the line that tells what holds; NULL: the server */
	const char *user; /* NULL: stays who it is */
	const char *readable[READABLE_LIMIT]; /* folders */
	size_t readable_count;
	/* Folders and files whose programs may be run too, where they exist. */
	const char *const *runnable; /* ends with NULL; NULL: none */
	const char *writable; /* a folder; NULL: none */
	uid_t user_id; /* filled in by lockdown_find_user */
	gid_t group_id;
};

/* Before anything else may fail for it; -1 after logging. */
int lockdown_find_user(struct lockdown *);
/* Other user, no new rights, folders; one line tells what holds. -1 after
 * logging. */
int lockdown_process(const struct lockdown *);
/* And the system calls: the last thing to do. -1 after logging. */
int lockdown_calls(void);
/* Of a worker: it may do more, but speak to nobody. -1 after logging. */
int lockdown_calls_of_worker(void);

/* Landlock for lockdown_process: -1 with errno, or its ABI; 0 where the kernel
 * has none. What it lacks is added to the text. */
int landlock_restrict(const struct lockdown *, struct text *lacking);

#endif
