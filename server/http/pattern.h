/* pattern.h -- does a URL's path fit a route?
 *
 * ":" in a pattern stands for one part of the path, "*" at its end for all the
 * rest, which may be empty. */
#ifndef SERVER_PATTERN_H
#define SERVER_PATTERN_H

#include <stdbool.h>

enum { PATTERN_NAME_SIZE = 192 }; /* two tags of the longest */

struct pattern_match {
	char name[PATTERN_NAME_SIZE]; /* what ":" stood for, or "" */
	const char *rest; /* what "*" stood for, in the path; or "" */
};

bool pattern_fits(
	const char *pattern, const char *path, struct pattern_match *);

#endif
