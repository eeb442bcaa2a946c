/* place.c -- the work folder: what a run makes lies there until it is
 * published. */
#include "place.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <time.h>
#include <unistd.h>

#include "database.h"
#include "log.h"
#include "memory.h"
#include "paths.h"
#include "record.h"
#include "tree.h"

int
place_name(struct place *place, const char *folder)
{
	const struct {
		char *path;
		const char *name;
	} names[] = {
		{ place->lock_path, "lock" },
		{ place->partial, "topology.db.partial" },
		{ place->state, "topology.db" },
		{ place->unpublished, "unpublished.db" },
		{ place->previous, "previous.db" },
		{ place->site, "site" },
	};
	int result = 0;

	place->lock = -1;
	for (size_t i = 0; result == 0 && i < COUNT(names); i++)
		result = path_join(names[i].path, folder, names[i].name);
	if (result == 0)
		strcpy(place->folder, folder);
	else
		log_error("%s: %s", folder, strerror(errno));
	return result;
}

static enum place_answer
fail(const char *path)
{
	log_error("%s: %s", path, strerror(errno));
	return PLACE_FAILED;
}

static void
tell_holder(const struct place *place)
{
	char holder[128];
	ssize_t length = pread(place->lock, holder, sizeof(holder) - 1, 0);

	holder[length > 0 ? length : 0] = '\0';
	holder[strcspn(holder, "\n")] = '\0';
	log_error("%s: another run holds it%s%s; nothing was done",
		place->folder, holder[0] != '\0' ? ": " : "", holder);
}

/* For the next one who finds it taken; that it is not written does no harm. */
static void
write_holder(const struct place *place)
{
	char holder[128];
	char since[TIME_SIZE];

	snprintf(holder, sizeof(holder), "process %d, since %s\n",
		(int)getpid(), time_text(time(NULL), since));
	if (ftruncate(place->lock, 0) != 0 ||
		pwrite(place->lock, holder, strlen(holder), 0) < 0)
		log_warning("%s: %s", place->lock_path, strerror(errno));
}

enum place_answer
place_take(struct place *place)
{
	if (make_folders(place->folder) != 0)
		return fail(place->folder);
	place->lock =
		open(place->lock_path, O_RDWR | O_CREAT | O_CLOEXEC, 0644);
	if (place->lock < 0)
		return fail(place->lock_path);
	if (flock(place->lock, LOCK_EX | LOCK_NB) == 0) {
		write_holder(place);
		return PLACE_OURS;
	}
	if (errno != EWOULDBLOCK)
		return fail(place->lock_path);
	tell_holder(place);
	return PLACE_HELD;
}

void
place_leave(struct place *place)
{
	if (place->lock >= 0)
		close(place->lock);
	place->lock = -1;
}

enum place_left
place_left(const struct place *place)
{
	if (access(place->state, F_OK) == 0)
		return LEFT_STATE;
	return access(place->partial, F_OK) == 0 ? LEFT_PARTIAL : LEFT_NOTHING;
}

/* Who was killed left journals of SQLite beside the file: it is made whole
 * before it gets another name. -1 after logging. */
static int
move_state(const char *from, const char *to)
{
	struct database *database = database_open(from, DATABASE_WRITE);

	if (database == NULL || database_close(database) != 0)
		return -1;
	if (rename(from, to) == 0)
		return 0;
	log_error("%s: %s", to, strerror(errno));
	return -1;
}

void
place_set_aside(const struct place *place)
{
	enum place_left left = place_left(place);
	const char *path = left == LEFT_STATE ? place->state : place->partial;

	if (left != LEFT_NOTHING && move_state(path, place->unpublished) == 0)
		log_warning("begins anew; what a run before had collected and "
			    "not published is %s",
			place->unpublished);
}

int
place_take_partial(const struct place *place)
{
	return move_state(place->partial, place->state);
}

void
place_empty(const struct place *place)
{
	const char *const files[] = { place->state, place->partial,
		place->previous };

	for (size_t i = 0; i < COUNT(files); i++)
		if (unlink(files[i]) != 0 && errno != ENOENT)
			log_warning("%s: %s", files[i], strerror(errno));
	if (access(place->site, F_OK) == 0)
		tree_remove(place->site);
}

struct weighing {
	const char *folder;
	struct weight weight;
};

static int
weigh(void *context, const char *path, enum tree_kind kind)
{
	struct weighing *weighing = context;
	struct stat status;
	char file[PATH_MAX];

	if (kind != TREE_FILE || path_join(file, weighing->folder, path) != 0 ||
		lstat(file, &status) != 0)
		return 0;
	weighing->weight.files++;
	weighing->weight.bytes += status.st_size;
	return 0;
}

struct weight
weight_of(const char *folder)
{
	struct weighing weighing = { .folder = folder };

	tree_walk(folder, weigh, &weighing);
	return weighing.weight;
}

int64_t
bytes_free(const char *folder)
{
	struct statvfs status;

	if (statvfs(folder, &status) != 0)
		return -1;
	return (int64_t)(status.f_bavail * status.f_frsize);
}
