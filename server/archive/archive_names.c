/* archive_names.c -- which names an archive lets in: ids, tags, paths.
 *
 * All three become file names and parts of URLs, and what is not allowed here
 * never reaches either. */
#include "archive.h"

#include <ctype.h>
#include <string.h>
#include <time.h>

static const char id_form[] = "%Y%m%dT%H%M%SZ";

int
snapshot_id(int64_t observed_at, char id[SNAPSHOT_ID_SIZE])
{
	time_t seconds = observed_at;
	struct tm when;

	if (observed_at <= 0 || gmtime_r(&seconds, &when) == NULL ||
		strftime(id, SNAPSHOT_ID_SIZE, id_form, &when) == 0)
		return -1;
	return 0;
}

int64_t
snapshot_time(const char *id)
{
	char again[SNAPSHOT_ID_SIZE];
	struct tm when = { 0 };
	const char *rest = strptime(id, id_form, &when);
	int64_t seconds;

	if (rest == NULL || *rest != '\0')
		return -1;
	seconds = timegm(&when);
	/* strptime takes "2026917T..." and the 31st of February too */
	if (snapshot_id(seconds, again) != 0 || strcmp(id, again) != 0)
		return -1;
	return seconds;
}

bool
tag_is_valid(const char *tag)
{
	size_t length = strlen(tag);

	if (length == 0 || length >= TAG_SIZE || !isalnum((unsigned char)*tag))
		return false;
	for (; *tag != '\0'; tag++)
		if (!isalnum((unsigned char)*tag) &&
			strchr("._-", *tag) == NULL)
			return false;
	return true;
}

bool
path_is_publishable(const char *path)
{
	bool at_start = true;

	for (; *path != '\0'; path++) {
		if (*path < ' ' || *path > '~' || *path == '\\')
			return false;
		if (at_start && (*path == '.' || *path == '/'))
			return false;
		at_start = *path == '/';
	}
	return !at_start;
}
