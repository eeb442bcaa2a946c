/* archive_list.c -- a line for each snapshot, newest by time first. */
#include "archive_verbs.h"

#include <stdio.h>

#include "manifest.h"

static int64_t
count_devices(const struct manifest *manifest)
{
	int64_t devices = 0;

	for (int i = 0; i < CLASS_COUNT; i++)
		devices += manifest->devices[i];
	return devices;
}

static const char *
remark(const struct publication *publication, const struct manifest *manifest)
{
	return publication->is_pruned ? "  pruned"
		: manifest->complete  ? ""
				      : "  cut short";
}

static void
print_line(
	const struct publication *publication, const struct manifest *manifest)
{
	printf("%s  %-12s %-11s %6lld devices %6zu files %11lld bytes  "
	       "%.12s%s\n",
		publication->id,
		publication->tag[0] != '\0' ? publication->tag : "-",
		kind_names[publication->kind],
		(long long)count_devices(manifest), manifest->file_count,
		(long long)manifest_size(manifest), publication->manifest_hash,
		remark(publication, manifest));
}

/* A tag as it was published has no letter that JSON would want quoted. */
static void
print_json(
	const struct publication *publication, const struct manifest *manifest)
{
	printf(" {\"id\": \"%s\", \"kind\": \"%s\", \"tag\": \"%s\", "
	       "\"devices\": %lld, \"files\": %zu, \"bytes\": %lld, "
	       "\"manifest_sha256\": \"%s\", \"complete\": %s, "
	       "\"pruned\": %s}",
		publication->id, kind_names[publication->kind],
		publication->tag, (long long)count_devices(manifest),
		manifest->file_count, (long long)manifest_size(manifest),
		publication->manifest_hash,
		manifest->complete ? "true" : "false",
		publication->is_pruned ? "true" : "false");
}

static int
print_all(const struct archive *archive, bool as_json)
{
	const struct publication *item = archive_newest(archive);
	const char *glue = "[\n";
	int result = 0;

	while (item != NULL) {
		struct manifest *manifest = manifest_read(archive, item);

		if (manifest == NULL) {
			result = -1;
		} else if (as_json) {
			fputs(glue, stdout);
			print_json(item, manifest);
			glue = ",\n";
		} else {
			print_line(item, manifest);
		}
		manifest_free(manifest);
		item = archive_before(archive, archive->count, item->id);
	}
	if (as_json)
		puts(glue[0] == '[' ? "[]" : "\n]");
	return result;
}

int
archive_list(const char *path, bool as_json)
{
	struct archive archive;
	int result;

	if (archive_open(&archive, path) != 0)
		return -1;
	result = print_all(&archive, as_json);
	archive_close(&archive);
	return result;
}
