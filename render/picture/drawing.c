/* drawing.c -- draws graphs in processes, and knows which need no drawing.
 *
 * Graphviz leaks, and can die of a hostile label: a process each time cures
 * both. Small pictures of one file share a process, for starting one takes
 * longer than drawing them; when one of them fails, those after it get another
 * process. Graphviz numbers links inside labels over its whole life: ours have
 * ids (label.h), so the bytes of a picture depend on nothing else.
 *
 * Processes are waited for in the order in which they were started: with
 * pictures of like size nothing is lost. */
#include "drawing.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "drawing_child.h"
#include "drawing_files.h"
#include "graph_items.h"
#include "graphviz.h"
#include "log.h"

struct batch {
	struct drawing_task tasks[MOST_TOGETHER];
	int count;
	struct drawing_child child; /* of the tasks from `begun` on */
	int begun;
};

struct drawing_room {
	struct drawing_place place;
	struct graphviz *graphviz;
	struct batch open; /* not started yet */
	struct batch *batches; /* at work: a ring */
	int next; /* the oldest batch's place, or a free one */
	int64_t offered; /* pictures so far */
	int failures;
};

/* ------------------------------------------------------------- its end ---- */

static void
give_up(struct drawing_room *room, const struct drawing_task *task,
	const char *reason)
{
	const char *name = graph_name(task->graph);
	struct text path = { 0 };

	log_warning(
		"%s: picture %s not drawn: %s", task->template, name, reason);
	text_format(&path, "%s.svg", task->stem);
	drawing_files_remove(room->place.folder, name);
	drawing_write_failure(path.bytes, reason);
	album_not_drawn(room->place.album, name, reason);
	text_free(&path);
	room->failures++;
}

/* A format may have been left out: who lists them lists files. */
static void
accept(struct drawing_room *room, const char *name)
{
	struct text words = { 0 };

	drawing_files_list(room->place.folder, name, &words);
	album_formats(room->place.album, name, words.bytes);
	text_free(&words);
}

/* Graphviz may have frowned at it. */
static void
accept_task(struct drawing_room *room, const struct batch *batch, int number)
{
	const struct drawing_task *task = &batch->tasks[batch->begun + number];
	char said[REASON_SIZE];

	drawing_child_said(&batch->child, number, said);
	if (said[0] != '\0')
		log_warning("%s: picture %s: %s", task->template,
			graph_name(task->graph), said);
	accept(room, graph_name(task->graph));
}

/* It is to be tried anew by the next site. */
static void
accept_part(struct drawing_room *room, const struct drawing_task *task,
	const char *reason)
{
	const char *name = graph_name(task->graph);

	log_warning("%s: picture %s lacks formats: %s", task->template, name,
		reason);
	accept(room, name);
	album_lacks(room->place.album, name);
}

/* The first that is not done failed; those after it were not tried. */
static void
wait_for_child(struct drawing_room *room, struct batch *batch)
{
	char reason[REASON_SIZE];
	int status = 0;
	int done = drawing_child_wait(&batch->child, &status);

	for (int i = 0; i < done; i++)
		accept_task(room, batch, i);
	batch->begun += done;
	if (batch->begun < batch->count) {
		drawing_child_reason(&batch->child, status, reason);
		(drawing_child_has_drawn(&batch->child) ? accept_part
							: give_up)(
			room, &batch->tasks[batch->begun++], reason);
	}
	drawing_child_forget(&batch->child);
}

static void
start_rest(struct drawing_room *room, struct batch *batch)
{
	while (batch->begun < batch->count &&
		drawing_child_start(&batch->child, room->graphviz,
			&batch->tasks[batch->begun],
			batch->count - batch->begun) != 0) {
		give_up(room, &batch->tasks[batch->begun++], strerror(errno));
		drawing_child_forget(&batch->child);
	}
}

static void
finish(struct drawing_room *room, struct batch *batch)
{
	while (batch->begun < batch->count) {
		wait_for_child(room, batch);
		start_rest(room, batch);
	}
	for (int i = 0; i < batch->count; i++)
		graph_free(batch->tasks[i].graph);
	batch->count = batch->begun = 0;
}

/* ----------------------------------------------------------- its start ---- */

static void
start_batch(struct drawing_room *room)
{
	struct batch *batch = &room->batches[room->next];

	finish(room, batch);
	*batch = room->open;
	room->open.count = 0;
	start_rest(room, batch);
	room->next = (room->next + 1) % room->place.jobs;
}

/* How many may share its process, itself included. */
static int
company_of(const struct album_entry *entry)
{
	if (entry->together <= 1)
		return 1;
	return entry->together < MOST_TOGETHER ? (int)entry->together
					       : MOST_TOGETHER;
}

static bool
may_join(const struct batch *batch, const struct album_entry *entry)
{
	return batch->count == 0 ||
		(batch->count < company_of(entry) &&
			strcmp(batch->tasks[0].template, entry->template) == 0);
}

static void
order_task(struct drawing_room *room, const struct album_entry *entry)
{
	struct batch *open = &room->open;
	struct arena *arena = entry->graph->arena;

	if (!may_join(open, entry))
		start_batch(room);
	open->tasks[open->count++] = (struct drawing_task){
		.graph = entry->graph,
		.formats = arena_text(arena, entry->formats),
		.stem = arena_format(arena, "%s/%s", room->place.folder,
			graph_name(entry->graph)),
		.template = arena_text(arena, entry->template),
	};
	if (open->count >= company_of(entry))
		start_batch(room);
}

/* ---------------------------------------------------------- taken over ---- */

static void
add_text(struct digest *digest, const char *text)
{
	if (text != NULL)
		digest_add(digest, text, strlen(text));
	digest_add(digest, "", 1);
}

static void
digest_entry(const struct drawing_room *room, const struct album_entry *entry,
	char text[DIGEST_TEXT_SIZE])
{
	struct digest *digest = digest_begin();
	uint8_t result[DIGEST_SIZE];

	add_text(digest, room->place.maker);
	add_text(digest, graphviz_version(room->graphviz));
	add_text(digest, entry->formats);
	graph_digest(entry->graph, digest);
	digest_end(digest, result);
	digest_text(result, text);
}

static bool
is_taken_over(struct drawing_room *room, const struct album_entry *entry,
	const char *digest)
{
	const char *name = graph_name(entry->graph);

	if (!album_had(room->place.album, name, digest) ||
		!drawing_files_take(room->place.before, room->place.folder,
			name, entry->formats))
		return false;
	accept(room, name);
	return true;
}

int
drawing_start(struct drawing_room *room, const struct album_entry *ordered)
{
	struct album_entry entry = *ordered;
	char digest[DIGEST_TEXT_SIZE];
	int result;

	entry.ordinal = room->offered - 1;
	if (room->place.formats != NULL)
		entry.formats = room->place.formats;
	digest_entry(room, &entry, digest);
	result = album_add(room->place.album, &entry, digest);
	if (result == 0 && !is_taken_over(room, &entry, digest))
		order_task(room, &entry);
	else
		graph_free(entry.graph);
	return result;
}

/* ------------------------------------------------------------ the room ---- */

bool
drawing_offer(struct drawing_room *room, const char *name)
{
	const struct drawing_place *place = &room->place;
	bool is_ours = room->offered++ % place->readers == place->reader;

	return is_ours &&
		(place->only == NULL || strcmp(place->only, name) == 0);
}

struct drawing_room *
drawing_room_open(const struct drawing_place *place)
{
	struct drawing_room *room = memory_zeroed(sizeof(*room));

	room->place = *place;
	if (room->place.jobs < 1)
		room->place.jobs = 1;
	if (room->place.readers < 1)
		room->place.readers = 1;
	room->offered = album_next(place->album);
	room->graphviz = graphviz_open();
	room->batches = memory_zeroed(
		(size_t)room->place.jobs * sizeof(room->batches[0]));
	return room;
}

int
drawing_room_close(struct drawing_room *room)
{
	int failures;

	if (room->open.count > 0)
		start_batch(room);
	for (int i = 0; i < room->place.jobs; i++)
		finish(room,
			&room->batches[(room->next + i) % room->place.jobs]);
	failures = room->failures;
	graphviz_close(room->graphviz);
	free(room->batches);
	free(room);
	return failures;
}
