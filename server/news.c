/* news.c -- says in the log what was added to the archive while it is served.
 */
#include "news.h"

#include "archive.h"
#include "log.h"
#include "record.h"

enum { MOST_LINES = 8 }; /* an archive may have been copied here meanwhile */

void
news_begin(struct news *news, const struct archive *archive)
{
	const struct publication *newest = archive_newest(archive);

	log_info("serves %s: %zu snapshots%s%s", archive->path, archive->count,
		newest != NULL ? ", the newest " : "",
		newest != NULL ? newest->id : "");
	news->told = archive->record_count;
}

static void
tell(const struct record *record)
{
	log_info("new in the archive: %s %s%s%s", event_names[record->event],
		record->id, record->name[0] != '\0' ? ", " : "", record->name);
}

void
news_tell(struct news *news, const struct archive *archive)
{
	size_t count = archive->record_count;
	size_t last = news->told + MOST_LINES;

	if (count < news->told)
		log_warning(
			"%s: is another archive than before", archive->path);
	for (size_t i = news->told; i < count && i < last; i++)
		tell(&archive->records[i]);
	if (count > last)
		log_info("new in the archive: %zu more records", count - last);
	news->told = count;
}
