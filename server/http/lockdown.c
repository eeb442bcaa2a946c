/* lockdown.c -- what the process that talks to clients may still do: little. */
#include "lockdown.h"

#include <errno.h>
#include <grp.h>
#include <pwd.h>
#include <string.h>
#include <sys/prctl.h>
#include <unistd.h>

#include "log.h"
#include "memory.h"

int
lockdown_find_user(struct lockdown *lockdown)
{
	const struct passwd *entry;

	if (lockdown->user == NULL)
		return 0;
	if (geteuid() != 0) {
		log_error("--user: only root can become another user");
		return -1;
	}
	entry = getpwnam(lockdown->user);
	if (entry == NULL || entry->pw_uid == 0) {
		log_error("--user: '%s' is %s", lockdown->user,
			entry == NULL ? "no user of this host"
				      : "root, which it should not be");
		return -1;
	}
	lockdown->user_id = entry->pw_uid;
	lockdown->group_id = entry->pw_gid;
	return 0;
}

static int
become_user(const struct lockdown *lockdown)
{
	if (lockdown->user == NULL)
		return 0;
	if (initgroups(lockdown->user, lockdown->group_id) != 0 ||
		setresgid(lockdown->group_id, lockdown->group_id,
			lockdown->group_id) != 0 ||
		setresuid(lockdown->user_id, lockdown->user_id,
			lockdown->user_id) != 0)
		return -1;
	return 0;
}

/* Root could open what its successor cannot read later. */
static int
check_readable(const struct lockdown *lockdown)
{
	for (size_t i = 0; i < lockdown->readable_count; i++)
		if (access(lockdown->readable[i], R_OK | X_OK) != 0) {
			log_error("%s: the user who is to serve it cannot read "
				  "it: %s",
				lockdown->readable[i], strerror(errno));
			return -1;
		}
	return 0;
}

static int
check_writable(const struct lockdown *lockdown)
{
	if (lockdown->writable == NULL ||
		access(lockdown->writable, R_OK | W_OK | X_OK) == 0)
		return 0;
	log_error("%s: the user who is to write there cannot get to it: %s; "
		  "TMPDIR can name another place",
		lockdown->writable, strerror(errno));
	return -1;
}

static void
tell(const struct lockdown *lockdown, int abi, const struct text *lacking)
{
	const char *process =
		lockdown->who != NULL ? lockdown->who : "the server";
	const char *who = lockdown->user != NULL ? lockdown->user
		: geteuid() == 0                 ? "root (--user names another)"
						 : "the user who started it";

	if (abi > 0 && lockdown->who != NULL)
		return; /* of several that all went well, one speaks */
	if (abi > 0)
		log_info("%s locked down: runs as %s, gains no rights, reads "
			 "%s and no other folder%s%s%s (Landlock %d%s%s)",
			process, who, lockdown->readable[0],
			lockdown->runnable != NULL
				? " but what its programs need"
				: "",
			lockdown->writable != NULL ? ", writes to " : "",
			lockdown->writable != NULL ? lockdown->writable : "",
			abi, lacking->length > 0 ? ", which lacks " : "",
			lacking->length > 0 ? lacking->bytes : "");
	else
		log_warning("%s locked down: runs as %s, gains no rights; this "
			    "kernel has no Landlock, so that it can read what "
			    "its user can",
			process, who);
}

int
lockdown_process(const struct lockdown *lockdown)
{
	struct text lacking = { 0 };
	int abi;

	if (become_user(lockdown) != 0) {
		log_error("--user %s: %s", lockdown->user, strerror(errno));
		return -1;
	}
	if (check_readable(lockdown) != 0 || check_writable(lockdown) != 0)
		return -1;
	prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
	prctl(PR_SET_DUMPABLE, 0, 0, 0, 0); /* keys are in its memory */
	abi = landlock_restrict(lockdown, &lacking);
	if (abi < 0)
		log_error("Landlock: %s: %s", lockdown->readable[0],
			strerror(errno));
	else
		tell(lockdown, abi, &lacking);
	text_free(&lacking);
	return abi < 0 ? -1 : 0;
}
