/* archive_show.c -- all that is known of one snapshot: its manifest, the tags
 * that it bears, and what was recorded of it since. */
#include "archive_verbs.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "manifest.h"

struct view {
	const struct archive *archive;
	const struct publication *publication;
	const struct manifest *manifest;
};

static void
print_fact(const char *name, const char *value)
{
	if (value != NULL && value[0] != '\0')
		printf("%-16s %s\n", name, value);
}

static void
print_pointer(const char *name, const struct manifest_pointer *pointer)
{
	if (pointer->id[0] != '\0')
		printf("%-16s %s %s\n", name, pointer->id,
			pointer->manifest_hash);
}

static void
print_tags(const struct view *view)
{
	const char *tag;

	for (size_t i = 0; (tag = archive_tag(view->archive, i)) != NULL; i++)
		if (archive_tagged(view->archive, tag) == view->publication)
			print_fact("bears the tag", tag);
}

static void
print_records(const struct view *view)
{
	const struct archive *archive = view->archive;
	char time[TIME_SIZE];

	for (size_t i = 0; i < archive->record_count; i++) {
		const struct record *record = &archive->records[i];

		if (strcmp(record->id, view->publication->id) == 0)
			printf("%-16s %s%s%s%s%s\n", event_names[record->event],
				record->is_old ? "-"
					       : time_text(record->at, time),
				record->name[0] != '\0' ? "  " : "",
				record->name,
				record->text[0] != '\0' ? "  " : "",
				record->text);
	}
}

static void
print_counts(const struct manifest *manifest)
{
	printf("%-16s", "devices");
	for (int i = 0; i < CLASS_COUNT; i++)
		printf("%s %lld %s", i > 0 ? "," : "",
			(long long)manifest->devices[i], class_names[i]);
	printf("\n%-16s %zu, %lld bytes\n", "files", manifest->file_count,
		(long long)manifest_size(manifest));
}

static int
show_text(const struct view *view)
{
	const struct manifest *manifest = view->manifest;
	char time[TIME_SIZE];

	print_fact("snapshot", manifest->id);
	print_fact("observed", time_text(snapshot_time(manifest->id), time));
	print_fact("kind", kind_names[manifest->kind]);
	print_fact("phase", manifest->phase);
	print_fact("note", manifest->note);
	print_fact("replaces", manifest->replaces);
	print_fact("crawl", manifest->complete ? "complete" : "cut short");
	print_fact("pruned", view->publication->is_pruned ? "yes" : NULL);
	print_counts(manifest);
	print_fact("made with", manifest->tools);
	print_fact("manifest", view->publication->manifest_hash);
	print_fact("root", manifest->root_hash);
	print_fact(manifest->state.path, manifest->state.hash);
	print_pointer("previous", &manifest->previous);
	print_pointer("published after", &manifest->published_after);
	print_tags(view);
	print_records(view);
	return 0;
}

static void
quote_member(struct text *text, const char *name, const char *value)
{
	text_format(text, "\"%s\": ", name);
	json_quote(text, value);
}

static void
quote_record(struct text *text, const struct record *record)
{
	char time[TIME_SIZE];

	text_append(text, "{");
	quote_member(text, "event", event_names[record->event]);
	text_append(text, ", ");
	quote_member(text, "at",
		record->is_old ? NULL : time_text(record->at, time));
	text_append(text, ", ");
	quote_member(text, "name", record->name);
	text_append(text, ", ");
	quote_member(text, "text", record->text);
	text_append(text, ", ");
	quote_member(text, "log_sha256", record->chain);
	text_append(text, "}");
}

static void
quote_records(struct text *text, const struct view *view)
{
	const struct archive *archive = view->archive;
	const char *glue = "\n ";

	text_append(text, "\"records\": [");
	for (size_t i = 0; i < archive->record_count; i++) {
		const struct record *record = &archive->records[i];

		if (strcmp(record->id, view->publication->id) != 0)
			continue;
		text_append(text, glue);
		quote_record(text, record);
		glue = ",\n ";
	}
	text_append(text, "]");
}

static void
quote_tags(struct text *text, const struct view *view)
{
	const char *glue = "";
	const char *tag;

	text_append(text, "\"tags\": [");
	for (size_t i = 0; (tag = archive_tag(view->archive, i)) != NULL; i++)
		if (archive_tagged(view->archive, tag) == view->publication) {
			text_append(text, glue);
			json_quote(text, tag);
			glue = ", ";
		}
	text_append(text, "]");
}

/* The manifest is copied as it lies there, byte for byte. */
static int
show_json(const struct view *view)
{
	struct text text = { 0 };
	char path[PATH_MAX];
	char *manifest = NULL;

	if (manifest_path(path, view->archive, view->publication) == 0)
		manifest = archive_read_file(path, NULL);
	if (manifest == NULL)
		return -1;
	text_format(&text, "{\"pruned\": %s, ",
		view->publication->is_pruned ? "true" : "false");
	quote_member(
		&text, "manifest_sha256", view->publication->manifest_hash);
	text_append(&text, ",\n");
	quote_tags(&text, view);
	text_append(&text, ",\n");
	quote_records(&text, view);
	printf("%s,\n\"manifest\": %s}\n", text.bytes, manifest);
	text_free(&text);
	free(manifest);
	return 0;
}

int
archive_show(const char *path, const char *name, bool as_json)
{
	struct archive archive;
	struct manifest *manifest = NULL;
	const struct publication *found;
	int result = -1;

	if (archive_open(&archive, path) != 0)
		return -1;
	found = archive_resolve(&archive, name);
	if (found != NULL)
		manifest = manifest_read(&archive, found);
	if (manifest != NULL) {
		struct view view = { &archive, found, manifest };

		result = as_json ? show_json(&view) : show_text(&view);
	}
	manifest_free(manifest);
	archive_close(&archive);
	return result;
}
