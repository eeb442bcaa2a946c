/* compare_names.c -- which two snapshots "A..B" stands for. */
#include "compare_names.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { NOT_UNDERSTOOD = 400, NOT_FOUND = 404, GONE = 410 };

static void fail(struct compared_pair *, int status, const char *format, ...)
	PRINTF_LIKE(3, 4);

static void
fail(struct compared_pair *pair, int status, const char *format, ...)
{
	va_list arguments;

	*pair = (struct compared_pair){ .status = status };
	va_start(arguments, format);
	vsnprintf(pair->sentence, sizeof(pair->sentence), format, arguments);
	va_end(arguments);
}

static bool
is_prev(const char *name)
{
	return strcmp(name, "prev") == 0;
}

/* One that is kept; NULL once the pair says why there is none. */
static const struct publication *
find_kept(const struct archive *archive, const char *name,
	struct compared_pair *pair)
{
	const struct publication *found = archive_named(archive, name);

	if (found == NULL)
		fail(pair, NOT_FOUND, "No snapshot is called '%.64s'.", name);
	else if (found->is_pruned)
		fail(pair, GONE,
			"The snapshot %s was pruned: only its manifest is left "
			"in the archive.",
			found->id);
	else
		return found;
	return NULL;
}

static const struct publication *
find_before(const struct archive *archive, const struct publication *other,
	struct compared_pair *pair)
{
	const struct publication *found =
		archive_kept_before(archive, other->id);

	if (found == NULL)
		fail(pair, NOT_FOUND, "There is no snapshot before %s.",
			other->id);
	return found;
}

static void
put_in_order(struct compared_pair *pair)
{
	const struct publication *before = pair->before;

	if (strcmp(before->id, pair->after->id) > 0) {
		pair->before = pair->after;
		pair->after = before;
	}
}

void
compare_two(const struct archive *archive, const char *a, const char *b,
	struct compared_pair *pair)
{
	*pair = (struct compared_pair){ 0 };
	if (is_prev(a) && is_prev(b)) {
		fail(pair, NOT_UNDERSTOOD,
			"'prev' is the snapshot before the other one: one of "
			"the two must have a name.");
		return;
	}
	pair->after = find_kept(archive, is_prev(b) ? a : b, pair);
	if (pair->after == NULL)
		return;
	if (is_prev(a) || is_prev(b))
		pair->before = find_before(archive, pair->after, pair);
	else
		pair->before = find_kept(archive, a, pair);
	if (pair->before != NULL)
		put_in_order(pair);
}

static void
compare_at(const struct archive *archive, const char *names, const char *dots,
	struct compared_pair *pair)
{
	char *a = memory_text(names);

	a[dots - names] = '\0';
	compare_two(archive, a, dots + strlen(".."), pair);
	free(a);
}

void
compare_names(const struct archive *archive, const char *names,
	struct compared_pair *pair)
{
	const char *dots = strstr(names, "..");
	struct compared_pair other;

	if (dots == NULL) {
		fail(pair, NOT_UNDERSTOOD,
			"Two snapshots are compared as A..B: ids, tags, latest "
			"or prev.");
		return;
	}
	compare_at(archive, names, dots, pair);
	while (pair->status == NOT_FOUND &&
		(dots = strstr(dots + 1, "..")) != NULL) {
		compare_at(archive, names, dots, &other);
		if (other.status != NOT_FOUND)
			*pair = other;
	}
}
