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

const char *const kind_names[KIND_COUNT] = {
	[KIND_STATE] = "state",
	[KIND_PHASE_CLOSE] = "phase-close",
	[KIND_FINAL] = "final",
};

int
snapshot_kind(const char *word)
{
	for (int i = 0; i < KIND_COUNT; i++)
		if (strcmp(kind_names[i], word) == 0)
			return i;
	return -1;
}

/* What stands for a snapshot otherwise. */
static bool
is_reserved(const char *name)
{
	return strcmp(name, "latest") == 0 || strcmp(name, "prev") == 0 ||
		snapshot_time(name) >= 0;
}

bool
tag_is_valid(const char *tag)
{
	size_t length = strlen(tag);

	if (length == 0 || length >= TAG_SIZE ||
		!isalnum((unsigned char)*tag) || is_reserved(tag))
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

/* How many bytes a character has by its first one; 0: none begins so. */
static int
character_length(unsigned char first)
{
	if (first < 0x80)
		return 1;
	if (first < 0xc2 || first > 0xf4)
		return 0;
	return first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
}

bool
text_is_noteworthy(const char *text)
{
	enum { LONGEST = 2000 };
	const unsigned char *next = (const unsigned char *)text;

	if (strlen(text) > LONGEST)
		return false;
	while (*next != '\0') {
		int length = character_length(*next);

		if (length == 0 || *next < ' ' || *next == 0x7f)
			return false;
		for (next++; --length > 0; next++)
			if ((*next & 0xc0) != 0x80)
				return false;
	}
	return true;
}
