/* conditions.h -- what a request makes depend on what it has: RFC 9110.
 *
 * Validators (13.1), dates (5.6.7), codings (12.5.3) and byte ranges (14.2). A
 * header that makes no sense is as good as none, says the RFC. */
#ifndef SERVER_CONDITIONS_H
#define SERVER_CONDITIONS_H

#include <stdbool.h>
#include <stdint.h>

enum { HTTP_DATE_SIZE = sizeof("Thu, 17 Sep 2026 08:15:00 GMT") };

void http_date(int64_t seconds, char text[HTTP_DATE_SIZE]);
/* -1 for anything but the form above. */
int64_t http_date_parse(const char *text);

/* Does the list of If-None-Match hold the tag (with its quotes)? "*" holds all,
 * W/ does not matter. */
bool etag_is_listed(const char *list, const char *etag);

/* Does Accept-Encoding take the coding (12.5.3)? A weight of 0 refuses, "*" is
 * all that are not named. */
bool coding_is_accepted(const char *field, const char *coding);

enum range_result {
	RANGE_NONE, /* send the whole file */
	RANGE_PART,
	RANGE_OUTSIDE, /* 416: nothing of it is in the file */
};

struct byte_range {
	int64_t first;
	int64_t length;
};

/* One range; of several, all are left out and the whole file is sent. */
enum range_result range_parse(
	const char *field, int64_t file_size, struct byte_range *);

#endif
