/* archive_list.c -- a line for each snapshot, newest by time first. */
#include "archive.h"

#include <stdio.h>

#include "manifest.h"

static int
print_snapshot(
	const struct archive *archive, const struct publication *publication)
{
	struct manifest *manifest = manifest_read(archive, publication);
	int64_t devices = 0;

	if (manifest == NULL)
		return -1;
	for (int i = 0; i < CLASS_COUNT; i++)
		devices += manifest->devices[i];
	printf("%s  %-12s %6lld devices %6zu files %11lld bytes  %.12s%s\n",
		publication->id,
		publication->tag[0] != '\0' ? publication->tag : "-",
		(long long)devices, manifest->file_count,
		(long long)manifest_size(manifest), publication->manifest_hash,
		manifest->complete ? "" : "  cut short");
	manifest_free(manifest);
	return 0;
}

int
archive_list(const char *path)
{
	const struct publication *item;
	struct archive archive;
	int result = 0;

	if (archive_open(&archive, path) != 0)
		return -1;
	item = archive_newest(&archive);
	while (item != NULL) {
		if (print_snapshot(&archive, item) != 0)
			result = -1;
		item = archive_before(&archive, archive.count, item->id);
	}
	archive_close(&archive);
	return result;
}
