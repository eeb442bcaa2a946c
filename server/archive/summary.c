/* summary.c -- what is kept of every snapshot's manifest: all but its files. */
#include "summary.h"

#include <stdlib.h>
#include <string.h>

/* Records of the log never change; what they are about may be pruned. */
static bool
is_same_publication(const struct publication *a, const struct publication *b)
{
	return a->place == b->place && a->is_pruned == b->is_pruned &&
		strcmp(a->manifest_hash, b->manifest_hash) == 0;
}

static bool
take_known(struct summary *known, size_t count, struct summary *summary)
{
	for (size_t i = 0; i < count; i++) {
		const struct publication *publication = summary->publication;

		if (!known[i].readable ||
			!is_same_publication(known[i].publication, publication))
			continue;
		*summary = known[i];
		summary->publication = publication;
		known[i].head = NULL;
		known[i].readable = false;
		return true;
	}
	return false;
}

static struct manifest *
copy_head(const struct manifest *manifest)
{
	struct manifest *head = manifest_create();
	struct arena *arena = head->arena;

	*head = *manifest;
	head->arena = arena;
	head->phase = arena_text(arena, manifest->phase);
	head->note = arena_text(arena, manifest->note);
	head->tool = arena_text(arena, manifest->tool);
	head->tools = arena_text(arena, manifest->tools);
	head->figures = arena_text(arena, manifest->figures);
	head->state.path = arena_text(arena, manifest->state.path);
	head->files = NULL;
	head->file_count = head->file_capacity = 0;
	return head;
}

static void
sum_up(const struct archive *archive, struct summary *summary)
{
	struct manifest *manifest =
		manifest_read(archive, summary->publication);

	if (manifest == NULL)
		return;
	summary->readable = true;
	summary->complete = manifest->complete;
	summary->file_count = manifest->file_count;
	summary->bytes = manifest_size(manifest);
	memcpy(summary->devices, manifest->devices, sizeof(summary->devices));
	summary->head = copy_head(manifest);
	manifest_free(manifest);
}

struct summary *
summaries_make(const struct archive *archive, struct summary *known,
	size_t known_count)
{
	struct summary *summaries =
		memory_zeroed((archive->count + 1) * sizeof(*summaries));
	const struct publication *item = archive_newest(archive);

	for (size_t i = 0; item != NULL; i++) {
		summaries[i].publication = item;
		if (!take_known(known, known_count, &summaries[i]))
			sum_up(archive, &summaries[i]);
		item = archive_before(archive, archive->count, item->id);
	}
	return summaries;
}

void
summaries_free(struct summary *summaries, size_t count)
{
	for (size_t i = 0; i < count; i++)
		manifest_free(summaries[i].head);
	free(summaries);
}
