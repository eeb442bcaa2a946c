/* landlock.c -- the folders that may be read, as the kernel can hold it.
 *
 * Written against the kernel's numbers: libc has no functions for it, and its
 * headers may be older than the kernel that runs. */
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdint.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "lockdown.h"
#include "memory.h"

enum { VERSION_FLAG = 1, RULE_PATH_BENEATH = 1, OLDEST_CALL = 444 };

/* landlock_create_ruleset, _add_rule and _restrict_self, on all machines */
enum { CREATE = OLDEST_CALL, ADD_RULE, RESTRICT_SELF };

enum {
	RUN_FILE = 1 << 0,
	READ_FILE = 1 << 2,
	READ_FOLDER = 1 << 3,
	/* to write, make and remove plain files and folders, to cut files */
	WRITE = 1 << 1 | 1 << 4 | 1 << 5 | 1 << 7 | 1 << 8 | 1 << 14,
};

struct ruleset {
	uint64_t files;
	uint64_t network;
	uint64_t scopes;
};

struct rule {
	uint64_t allowed;
	int32_t folder;
} __attribute__((packed));

/* At the end the sanitizers look there for leaks. */
static const char *const checked[] = { "/proc" };
#ifdef __SANITIZE_ADDRESS__
enum { CHECKED_COUNT = 1 };
#else
enum { CHECKED_COUNT = 0 };
#endif

/* What each version of the interface can forbid in addition. */
static const struct {
	int abi;
	struct ruleset forbids;
	const char *lacking;
} steps[] = {
	{ 1, { .files = (1 << 13) - 1 }, "files" },
	{ 2, { .files = 1 << 13 }, "moving files" },
	{ 3, { .files = 1 << 14 }, "cutting files" },
	{ 4, { .network = 1 << 0 | 1 << 1 }, "TCP" },
	{ 5, { .files = 1 << 15 }, "devices" },
	{ 6, { .scopes = 1 << 0 | 1 << 1 }, "signals" },
};

static struct ruleset
collect(int abi, struct text *lacking)
{
	struct ruleset all = { 0 };

	for (size_t i = 0; i < COUNT(steps); i++) {
		if (abi < steps[i].abi) {
			text_format(lacking, "%s%s",
				lacking->length > 0 ? ", " : "",
				steps[i].lacking);
			continue;
		}
		all.files |= steps[i].forbids.files;
		all.network |= steps[i].forbids.network;
		all.scopes |= steps[i].forbids.scopes;
	}
	return all;
}

/* Old kernels know a shorter structure. */
static size_t
size_for(int abi)
{
	if (abi >= 6)
		return sizeof(struct ruleset);
	return abi >= 4 ? offsetof(struct ruleset, scopes)
			: offsetof(struct ruleset, network);
}

/* The kernel refuses rights of folders for a file. */
static int
allow(int ruleset, const char *path, uint64_t rights)
{
	struct rule rule = { rights, -1 };
	struct stat status;
	int result;

	if (stat(path, &status) == 0 && !S_ISDIR(status.st_mode))
		rule.allowed &= ~(uint64_t)READ_FOLDER;
	rule.folder = open(path, O_PATH | O_CLOEXEC);
	if (rule.folder < 0)
		return -1;
	result = (int)syscall(ADD_RULE, ruleset, RULE_PATH_BENEATH, &rule, 0);
	close(rule.folder);
	return result;
}

static int
allow_reading(int ruleset, const char *const *folders, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (allow(ruleset, folders[i], READ_FILE | READ_FOLDER) != 0)
			return -1;
	return 0;
}

static int
allow_running(int ruleset, const char *const *paths)
{
	for (; paths != NULL && *paths != NULL; paths++)
		if (allow(ruleset, *paths,
			    RUN_FILE | READ_FILE | READ_FOLDER) != 0 &&
			errno != ENOENT)
			return -1;
	return 0;
}

/* Of the rights that this kernel can forbid. */
static int
allow_writing(int ruleset, const char *folder, uint64_t forbidden)
{
	uint64_t rights = READ_FILE | READ_FOLDER | WRITE;

	return folder != NULL ? allow(ruleset, folder, rights & forbidden) : 0;
}

static int
restrict_to(int ruleset, const struct lockdown *lockdown, uint64_t forbidden)
{
	if (allow_reading(ruleset, lockdown->readable,
		    lockdown->readable_count) != 0 ||
		allow_running(ruleset, lockdown->runnable) != 0 ||
		allow_writing(ruleset, lockdown->writable, forbidden) != 0 ||
		allow_reading(ruleset, checked, CHECKED_COUNT) != 0)
		return -1;
	return (int)syscall(RESTRICT_SELF, ruleset, 0);
}

int
landlock_restrict(const struct lockdown *lockdown, struct text *lacking)
{
	int abi = (int)syscall(CREATE, NULL, 0, VERSION_FLAG);
	bool is_missing = abi < 0 && (errno == ENOSYS || errno == EOPNOTSUPP);
	struct ruleset wanted = collect(abi, lacking);
	int ruleset;
	int result;

	if (abi <= 0)
		return is_missing ? 0 : -1;
	ruleset = (int)syscall(CREATE, &wanted, size_for(abi), 0);
	if (ruleset < 0)
		return -1;
	result = restrict_to(ruleset, lockdown, wanted.files);
	close(ruleset);
	return result == 0 ? abi : -1;
}
