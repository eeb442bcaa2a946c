/* archive_search.c -- ARCHIVE/search.db, brought up to date with the snapshots.
 */
#include "archive_search.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <unistd.h>

#include "archive_store.h"
#include "database.h"
#include "log.h"
#include "search_index.h"
#include "state.h"

struct refresh {
	const struct archive *archive;
	char index[PATH_MAX];
	char draft[PATH_MAX];
	char state[PATH_MAX]; /* a topology.db, unpacked */
	bool *known; /* of each publication: it is in the index */
};

static int
fail(const char *path)
{
	log_error("%s: %s", path, strerror(errno));
	return -1;
}

/* ------------------------------------------------------- what it holds ---- */

/* An index of another archive, or of a chain that was cut back, is no use. */
static bool
know_snapshots(struct refresh *refresh, struct query *rows)
{
	const struct archive *archive = refresh->archive;

	while (query_next(rows)) {
		const struct publication *found =
			archive_find(archive, query_text(rows, 0));

		if (found == NULL ||
			strcmp(found->manifest_hash, query_text(rows, 1)) != 0)
			return false;
		refresh->known[found - archive->publications] = true;
	}
	return !query_failed(rows);
}

/* False: what is there, if anything, has to be made anew. */
static bool
look_into(struct refresh *refresh)
{
	struct database *database = NULL;
	struct query *rows = NULL;
	bool is_sound = false;

	if (search_index_is_ours(refresh->index))
		database = search_index_open(refresh->index);
	if (database != NULL)
		rows = query_prepare(
			database, "SELECT id, manifest_hash FROM snapshot");
	if (rows != NULL)
		is_sound = know_snapshots(refresh, rows);
	query_free(rows);
	database_close(database);
	if (!is_sound)
		memset(refresh->known, 0,
			refresh->archive->count * sizeof(*refresh->known));
	return is_sound;
}

/* The oldest by time that is missing: older ones are the cheaper to add while
 * newer ones are not there. */
static const struct publication *
next_missing(const struct refresh *refresh)
{
	const struct archive *archive = refresh->archive;
	const struct publication *oldest = NULL;

	for (size_t i = 0; i < archive->count; i++) {
		const struct publication *item = &archive->publications[i];

		if (!refresh->known[i] && !item->is_pruned &&
			(oldest == NULL || strcmp(item->id, oldest->id) < 0))
			oldest = item;
	}
	return oldest;
}

static size_t
count_missing(const struct refresh *refresh)
{
	size_t count = 0;

	for (size_t i = 0; i < refresh->archive->count; i++)
		count += !refresh->known[i] &&
			!refresh->archive->publications[i].is_pruned;
	return count;
}

/* -------------------------------------------------------------- drafts ---- */

static int
copy_index(const struct refresh *refresh)
{
	enum { PIECE = 1 << 24 };
	int from = open(refresh->index, O_RDONLY | O_CLOEXEC);
	int to = open(
		refresh->draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
	ssize_t count = -1;

	if (from >= 0 && to >= 0)
		do
			count = sendfile(to, from, NULL, PIECE);
		while (count > 0);
	if (count != 0)
		fail(from < 0 ? refresh->index : refresh->draft);
	if (from >= 0)
		close(from);
	if (to >= 0)
		close(to);
	return (int)count;
}

static int
add_snapshot(struct refresh *refresh, const struct publication *publication)
{
	const struct indexed_state state = { refresh->state, publication->id,
		publication->manifest_hash, snapshot_time(publication->id) };
	struct manifest *manifest =
		manifest_read(refresh->archive, publication);
	int result = -1;

	if (manifest != NULL &&
		state_unpack_to(refresh->archive, manifest, refresh->state) ==
			0)
		result = search_index_add(refresh->draft, &state);
	unlink(refresh->state);
	manifest_free(manifest);
	if (result == 0)
		refresh->known[publication - refresh->archive->publications] =
			true;
	return result;
}

static int
settle(const struct refresh *refresh)
{
	int file = open(refresh->draft, O_RDONLY | O_CLOEXEC);
	int result = -1;

	if (file >= 0 && fchmod(file, 0444) == 0 && fsync(file) == 0)
		result = rename(refresh->draft, refresh->index);
	if (result != 0)
		fail(refresh->draft);
	if (file >= 0)
		close(file);
	return result == 0 ? store_sync_names(refresh->archive->path) : -1;
}

static int
bring_up(struct refresh *refresh, bool is_sound)
{
	const struct publication *missing;
	int result = is_sound ? copy_index(refresh)
			      : search_index_create(refresh->draft);

	while (result == 0 && (missing = next_missing(refresh)) != NULL)
		result = add_snapshot(refresh, missing);
	if (result == 0)
		result = settle(refresh);
	if (result != 0)
		unlink(refresh->draft);
	return result;
}

/* --------------------------------------------------------------- doors ---- */

static int
begin(struct refresh *refresh, const struct archive *archive)
{
	*refresh = (struct refresh){ .archive = archive };
	refresh->known =
		memory_zeroed((archive->count + 1) * sizeof(*refresh->known));
	if (archive_path(refresh->index, archive, SEARCH_NAME, NULL) == 0 &&
		archive_path(refresh->draft, archive, DRAFT_PREFIX "search",
			NULL) == 0)
		return archive_path(
			refresh->state, archive, DRAFT_PREFIX "state", NULL);
	return -1;
}

void
search_refresh(const struct archive *archive)
{
	struct refresh refresh;
	bool is_sound;

	if (begin(&refresh, archive) == 0) {
		is_sound = look_into(&refresh);
		if (count_missing(&refresh) > 0 &&
			bring_up(&refresh, is_sound) != 0)
			log_warning("%s: lacks %zu snapshots; 'twinmap archive "
				    "index %s' tries again",
				refresh.index, count_missing(&refresh),
				archive->path);
	}
	free(refresh.known);
}

int
search_rebuild(const struct archive *archive)
{
	struct refresh refresh;
	int result = begin(&refresh, archive);

	if (result == 0)
		result = bring_up(&refresh, false);
	free(refresh.known);
	return result;
}

size_t
search_lacks(const struct archive *archive)
{
	struct refresh refresh;
	size_t count = 0;

	if (begin(&refresh, archive) == 0) {
		look_into(&refresh);
		count = count_missing(&refresh);
	}
	free(refresh.known);
	return count;
}
