/* fuzz_log.c -- any bytes as the log of an archive: refused, or printed again
 * as they were; its snapshots and tags have names that can be files. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "archive.h"
#include "record.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void
expect(int holds, const char *what)
{
	if (holds)
		return;
	fprintf(stderr, "%s\n", what);
	abort();
}

static void
check_tags(const struct archive *archive)
{
	struct text text = { 0 };

	for (size_t i = 0; archive_tag(archive, i) != NULL; i++) {
		const char *tag = archive_tag(archive, i);

		expect(tag_is_valid(tag), "a tag is no name");
		expect(archive_tagged(archive, tag) != NULL,
			"a tag leads nowhere");
		expect(strcmp(archive_resolve(archive, tag)->id,
			       archive_tagged(archive, tag)->id) == 0,
			"a tag leads to two snapshots");
		archive_print_tag(archive, tag, &text);
	}
	text_free(&text);
}

static void
check_publications(const struct archive *archive)
{
	for (size_t i = 0; i < archive->count; i++) {
		const char *id = archive->publications[i].id;

		expect(snapshot_time(id) >= 0, "an id is no time");
		expect(archive_find(archive, id) == &archive->publications[i],
			"two snapshots have one id");
	}
	archive_named(archive, "prev");
	archive_named(archive, "latest");
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	struct archive archive = { 0 };
	struct text printed = { 0 };
	char *text = memory_zeroed(size + 1);

	memcpy(text, bytes, size);
	if (archive_parse_log(&archive, "log", text) == 0) {
		check_publications(&archive);
		check_tags(&archive);
		archive_print_log(&archive, &printed);
		expect(printed.length == strlen(text) &&
				(printed.length == 0 ||
					strcmp(printed.bytes, text) == 0),
			"a log is not what was read");
	}
	tag_is_valid(text);
	text_is_noteworthy(text);
	archive_close(&archive);
	text_free(&printed);
	free(text);
	return 0;
}
