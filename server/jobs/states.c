/* states.c -- the topology.db of a few snapshots, unpacked into a folder. */
#include "states.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "log.h"
#include "memory.h"
#include "paths.h"

enum { STATES_KEPT = 8 };

struct kept_state {
	char id[SNAPSHOT_ID_SIZE];
	char path[PATH_MAX];
	int64_t size;
};

struct states {
	struct kept_state items[STATES_KEPT]; /* named last: first */
	size_t count;
	const char *folder;
	int64_t most_bytes;
};

struct states *
states_create(const char *folder, int64_t most_bytes)
{
	struct states *states = memory_zeroed(sizeof(*states));

	states->folder = folder;
	states->most_bytes = most_bytes;
	return states;
}

void
states_free(struct states *states)
{
	free(states);
}

static struct kept_state *
find(const struct states *states, const char *id)
{
	const struct kept_state *item = states->items;

	for (size_t i = 0; i < states->count; i++, item++)
		if (strcmp(item->id, id) == 0)
			return (struct kept_state *)(uintptr_t)item;
	return NULL;
}

static void
move_to_front(struct states *states, struct kept_state *item)
{
	struct kept_state found = *item;
	size_t before = (size_t)(item - states->items);

	memmove(&states->items[1], &states->items[0], before * sizeof(found));
	states->items[0] = found;
}

static int64_t
bytes_of(const struct states *states)
{
	int64_t bytes = 0;

	for (size_t i = 0; i < states->count; i++)
		bytes += states->items[i].size;
	return bytes;
}

static void
forget_last(struct states *states)
{
	unlink(states->items[--states->count].path);
}

/* What is asked for now may be larger than all that may be kept, and the one
 * that was named before it may be of the same job: that one stays. */
static void
make_room(struct states *states, int64_t size)
{
	while (states->count == STATES_KEPT ||
		(states->count > 1 &&
			bytes_of(states) + size > states->most_bytes))
		forget_last(states);
}

static int
unpack(const struct catalogue *catalogue, const struct manifest *manifest,
	const char *path)
{
	int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	int result;

	if (file < 0) {
		log_warning("%s: %s", path, strerror(errno));
		return -1;
	}
	result = catalogue_unpack_state(catalogue, manifest, file);
	if (close(file) == 0 && result == 0)
		return 0;
	unlink(path);
	return -1;
}

static int
add(struct states *states, const struct catalogue *catalogue,
	const struct manifest *manifest)
{
	struct kept_state *item = &states->items[states->count];

	item->size = manifest->state.size;
	strcpy(item->id, manifest->id);
	if (snprintf(item->path, sizeof(item->path), "%s/%s.db", states->folder,
		    manifest->id) >= PATH_MAX ||
		unpack(catalogue, manifest, item->path) != 0)
		return -1;
	states->count++;
	move_to_front(states, item);
	return 0;
}

static const struct manifest *
find_manifest(struct catalogue *catalogue, const char *id)
{
	const struct publication *publication =
		archive_find(catalogue_archive(catalogue), id);

	if (publication != NULL && !publication->is_pruned)
		return catalogue_manifest(catalogue, publication);
	log_warning("%s: the archive holds no such state", id);
	return NULL;
}

int
states_keep(struct states *states, struct catalogue *catalogue, const char *id)
{
	struct kept_state *known = find(states, id);
	const struct manifest *manifest;

	if (known != NULL) {
		move_to_front(states, known);
		return 0;
	}
	manifest = find_manifest(catalogue, id);
	if (manifest == NULL)
		return -1;
	make_room(states, manifest->state.size);
	return add(states, catalogue, manifest);
}

const char *
state_path(const struct states *states, const char *id)
{
	const struct kept_state *item = find(states, id);

	return item != NULL ? item->path : NULL;
}
