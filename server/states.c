/* states.c -- the topology.db of a few snapshots, unpacked in memory. */
#include "states.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "log.h"

enum { STATES_KEPT = 8, PATH_ROOM = sizeof("/proc/self/fd/2147483647") };

struct kept_state {
	char id[SNAPSHOT_ID_SIZE];
	char path[PATH_ROOM];
	int file;
	int64_t size;
};

struct states {
	struct kept_state items[STATES_KEPT]; /* named last: first */
	size_t count;
	int64_t most_bytes;
};

struct states *
states_create(int64_t most_bytes)
{
	struct states *states = memory_zeroed(sizeof(*states));

	states->most_bytes = most_bytes;
	return states;
}

static void
forget_last(struct states *states)
{
	close(states->items[--states->count].file);
}

void
states_free(struct states *states)
{
	if (states == NULL)
		return;
	while (states->count > 0)
		forget_last(states);
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

/* What is asked for now may be larger than all that may be kept. */
static void
make_room(struct states *states, int64_t size)
{
	while (states->count == STATES_KEPT ||
		(states->count > 0 &&
			bytes_of(states) + size > states->most_bytes))
		forget_last(states);
}

static void
add(struct states *states, const struct manifest *manifest, int file)
{
	struct kept_state *item = &states->items[states->count++];

	item->file = file;
	item->size = manifest->state.size;
	strcpy(item->id, manifest->id);
	snprintf(item->path, sizeof(item->path), "/proc/self/fd/%d", file);
	move_to_front(states, item);
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
	int file;

	if (known != NULL) {
		move_to_front(states, known);
		return 0;
	}
	manifest = find_manifest(catalogue, id);
	if (manifest == NULL)
		return -1;
	make_room(states, manifest->state.size);
	file = memfd_create(STATE_NAME, MFD_CLOEXEC);
	if (file < 0) {
		log_warning("%s: unpacking: %s", id, strerror(errno));
	} else if (catalogue_unpack_state(catalogue, manifest, file) == 0) {
		add(states, manifest, file);
		return 0;
	} else {
		close(file);
	}
	return -1;
}

const char *
state_path(const struct states *states, const char *id)
{
	const struct kept_state *item = find(states, id);

	return item != NULL ? item->path : NULL;
}
