/* compare_names.h -- which two snapshots "A..B" stands for.
 *
 * A name is an id, a tag, "latest", or "prev": the snapshot before the other
 * one. They may stand in either order; the answer is by time. */
#ifndef SERVER_COMPARE_NAMES_H
#define SERVER_COMPARE_NAMES_H

#include "archive.h"

enum { SENTENCE_SIZE = 256 };

struct compared_pair {
	const struct publication *before, *after;
	/* 0, or the status of an answer that says why there is no pair. */
	int status;
	char sentence[SENTENCE_SIZE];
};

void compare_two(const struct archive *, const char *a, const char *b,
	struct compared_pair *);
/* Tags may hold dots: of several ways to read the names the first counts that
 * is of snapshots. */
void compare_names(
	const struct archive *, const char *names, struct compared_pair *);

#endif
