/* archive_add.c -- a site becomes a snapshot: collect, write, publish.
 *
 * Everything is made in ARCHIVE/.tmp-ID and becomes visible by one rename. */
#include "archive_verbs.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "draft.h"
#include "log.h"
#include "tree.h"

static int
choose_tag(struct manifest *manifest, const char *wanted)
{
	const char *tag = wanted != NULL ? wanted : manifest->phase;

	if (tag == NULL)
		return 0;
	if (!tag_is_valid(tag)) {
		log_error("the phase '%s' cannot be a tag; give one with "
			  "--tag",
			tag);
		return -1;
	}
	strcpy(manifest->tag, tag);
	return 0;
}

static int
publish(struct draft *draft)
{
	struct manifest *manifest = draft->manifest;
	char hash[HASH_SIZE];
	char words[HASH_SIZE + sizeof("phase-close")];
	struct record record = {
		.event = EVENT_PUBLISH, .name = manifest->tag, .text = words
	};
	struct publishing publishing = { draft->path, manifest->id, &record,
		1 };

	if (draft_fill(draft, hash) != 0)
		return -1;
	strcpy(record.id, manifest->id);
	snprintf(words, sizeof(words), "%s %s", hash,
		kind_names[manifest->kind]);
	if (writer_publish(&draft->writer, &publishing) != 0)
		return -1;
	printf("%s %s\n", manifest->id, hash);
	return 0;
}

static struct manifest_pointer
full_pointer(
	const struct archive *archive, const struct publication *publication)
{
	struct manifest_pointer pointer = pointer_to(publication);
	struct manifest *manifest = NULL;

	if (publication != NULL)
		manifest = manifest_read(archive, publication);
	if (manifest != NULL)
		strcpy(pointer.root_hash, manifest->root_hash);
	manifest_free(manifest);
	return pointer;
}

static void
set_pointers(struct draft *draft)
{
	const struct archive *archive = &draft->writer.archive;
	struct manifest *manifest = draft->manifest;

	manifest->previous = full_pointer(
		archive, archive_before(archive, archive->count, manifest->id));
	manifest->published_after =
		full_pointer(archive, archive_last(archive));
	strcpy(manifest->chain, archive_chain(archive));
}

static int
set_replaced(struct draft *draft, const char *name)
{
	const struct publication *replaced;

	if (name == NULL)
		return 0;
	replaced = archive_resolve(&draft->writer.archive, name);
	if (replaced == NULL)
		return -1;
	strcpy(draft->manifest->replaces, replaced->id);
	return 0;
}

static int
add_locked(struct draft *draft, const struct addition *wanted)
{
	int result = -1;

	if (writer_check_new(&draft->writer, draft->manifest->id) != 0 ||
		set_replaced(draft, wanted->replaces) != 0 ||
		writer_draft(
			draft->path, &draft->writer, draft->manifest->id) != 0)
		return -1;
	set_pointers(draft);
	draft->previous = manifest_read_before(
		&draft->writer.archive, draft->manifest->id);
	result = publish(draft);
	if (result != 0 && access(draft->path, F_OK) == 0)
		tree_remove(draft->path);
	manifest_free(draft->previous);
	return result;
}

int
archive_add(
	const char *archive, const char *site, const struct addition *wanted)
{
	struct draft draft = { .site = site, .manifest = manifest_create() };
	int result = -1;

	draft.manifest->kind = wanted->kind;
	draft.manifest->note = wanted->note;
	if (manifest_read_state(draft.manifest, site) == 0 &&
		choose_tag(draft.manifest, wanted->tag) == 0 &&
		writer_open(&draft.writer, archive, true, wanted->at) == 0) {
		result = add_locked(&draft, wanted);
		writer_close(&draft.writer);
	}
	manifest_free(draft.manifest);
	return result;
}
