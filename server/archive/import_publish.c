/* import_publish.c -- what an imported snapshot becomes in the chain here.
 *
 * Where the log that came with it goes on from the log here, its records are
 * taken as they are, and both archives keep one chain. Else it gets an "import"
 * record; what was noted and signed there is recorded again, with its time. */
#include "import.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "log.h"

/* The place of its publication in the log that came with it. */
static size_t
place_of(const struct import *import)
{
	return import->publication->place;
}

/* Chain hashes are equal only where all before them is. */
static bool
goes_on(const struct import *import, const struct archive *archive)
{
	const struct archive *foreign = &import->foreign;
	size_t place = place_of(import);

	if (archive->record_count != place)
		return false;
	return place == 0 ||
		strcmp(archive_chain(archive),
			foreign->records[place - 1].chain) == 0;
}

static bool
is_kept(const struct record *record, bool is_chain)
{
	return is_chain || record->event == EVENT_NOTE ||
		record->event == EVENT_SIGN;
}

/* Those behind the publication: while the chain goes on all of them, then what
 * was noted and signed. Tags belong to an archive and stay behind. */
static size_t
copy_records(const struct import *import, struct record *records, bool is_chain)
{
	const struct archive *foreign = &import->foreign;
	size_t count = 0;

	for (size_t i = place_of(import) + 1; i < foreign->record_count; i++) {
		const struct record *record = &foreign->records[i];
		bool is_own = strcmp(record->id, import->publication->id) == 0;

		is_chain = is_chain && is_own;
		if (is_own && is_kept(record, is_chain))
			records[count++] = *record;
	}
	return count;
}

static void
print_vouchers(const struct import *import, const struct archive *archive,
	bool is_chain)
{
	const struct manifest_pointer *before =
		&import->manifest->published_after;
	const struct publication *known = archive_find(archive, before->id);

	printf("%s %s\n", import->publication->id,
		import->publication->manifest_hash);
	printf("verified: its %zu files, its manifest, and the log of %zu "
	       "records it came with\n",
		import->manifest->file_count, import->foreign.record_count);
	if (is_chain)
		puts("the chain goes on: it is the record that follows here");
	else if (known != NULL &&
		strcmp(known->manifest_hash, before->manifest_hash) == 0)
		printf("what was published before it, %s, is here too\n",
			before->id);
	else
		puts("not vouched for: what its log says of other snapshots, "
		     "for they are not here");
}

/* An older form has no time, and is not written any more. */
static struct record
make_record(const struct import *import, bool is_chain)
{
	const struct archive *foreign = &import->foreign;
	struct record record = foreign->records[place_of(import)];

	if (!is_chain) {
		record.event = EVENT_IMPORT;
		record.is_old = false;
		record.at = 0; /* the writer's */
	}
	return record;
}

int
import_publish(struct import *import, struct writer *writer)
{
	bool is_chain = goes_on(import, &writer->archive);
	struct record *records =
		memory_zeroed(import->foreign.record_count * sizeof(*records));
	struct publishing publishing = { import->draft, import->publication->id,
		records, 1 };
	int result;

	records[0] = make_record(import, is_chain);
	publishing.count += copy_records(import, records + 1, is_chain);
	result = writer_publish(writer, &publishing);
	free(records);
	if (result == 0)
		print_vouchers(import, &writer->archive, is_chain);
	return result;
}
