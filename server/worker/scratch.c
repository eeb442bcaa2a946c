/* scratch.c -- a folder that a worker may write to. */
#include "scratch.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lockdown.h"
#include "log.h"
#include "paths.h"
#include "tree.h"

/* Who ends the server by them waits for us too. */
static void
ignore_signals(void)
{
	signal(SIGHUP, SIG_IGN);
	signal(SIGINT, SIG_IGN);
	signal(SIGTERM, SIG_IGN);
}

/* The pipe has no writer any more when all have ended. Nothing else stays open
 * here: others see by their ends of it who is gone. */
static _Noreturn void
remove_at_end(const char *folder, const int pipe[2])
{
	char nothing;

	close(pipe[1]);
	dup2(pipe[0], STDIN_FILENO);
	closefrom(STDERR_FILENO + 1);
	ignore_signals();
	while (read(STDIN_FILENO, &nothing, 1) < 0 && errno == EINTR)
		continue;
	tree_remove(folder);
	_exit(0);
}

static int
fork_remover(const char *folder)
{
	int pipe[2];
	pid_t child = -1;

	if (pipe2(pipe, O_CLOEXEC) != 0)
		return -1;
	child = fork();
	if (child == 0)
		remove_at_end(folder, pipe);
	close(pipe[0]);
	if (child > 0)
		return 0;
	close(pipe[1]);
	return -1;
}

static int
give_to(const struct lockdown *owner, const char *folder)
{
	return owner->user != NULL
		? chown(folder, owner->user_id, owner->group_id)
		: 0;
}

static int
make_below(const struct scratch *scratch, const char *name, char path[PATH_MAX],
	const struct lockdown *owner)
{
	if (path_join(path, scratch->folder, name) == 0 &&
		mkdir(path, 0700) == 0 && give_to(owner, path) == 0)
		return 0;
	return -1;
}

int
scratch_make(struct scratch *scratch, const struct lockdown *owner)
{
	if (make_own_folder(scratch->folder, "twinmap-serve") != 0)
		return -1;
	if (give_to(owner, scratch->folder) == 0 &&
		make_below(scratch, "work", scratch->work, owner) == 0 &&
		make_below(scratch, "states", scratch->states, owner) == 0 &&
		fork_remover(scratch->folder) == 0)
		return 0;
	log_error("%s: cannot be used: %s", scratch->folder, strerror(errno));
	tree_remove(scratch->folder);
	return -1;
}

static int
remove_all(const char *folder, DIR *listing)
{
	struct dirent *entry;
	char path[PATH_MAX];

	while ((entry = readdir(listing)) != NULL)
		if (strcmp(entry->d_name, ".") != 0 &&
			strcmp(entry->d_name, "..") != 0 &&
			(path_join(path, folder, entry->d_name) != 0 ||
				tree_remove(path) != 0))
			return -1;
	return 0;
}

int
scratch_empty(const char *folder)
{
	DIR *listing = opendir(folder);
	int result = -1;

	if (listing == NULL) {
		log_error("%s: %s", folder, strerror(errno));
		return -1;
	}
	result = remove_all(folder, listing);
	closedir(listing);
	return result;
}
