/* times.c -- dates and times as people write them, always UTC. */
#include "times.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "memory.h"

struct form {
	const char *pattern;
	size_t length; /* strptime also takes fields without leading zeros */
};

static const struct form forms[] = {
	{ "%Y-%m-%d", 10 },
	{ "%Y-%m-%dT%H:%M:%SZ", 20 },
	{ "%Y%m%dT%H%M%SZ", 16 },
};

static int
parse_form(const char *text, const struct form *form, int64_t *seconds)
{
	struct tm when = { 0 };
	const char *rest = strptime(text, form->pattern, &when);
	int day = when.tm_mday;
	time_t time;

	if (rest == NULL || *rest != '\0' || strlen(text) != form->length)
		return -1;
	time = timegm(&when);
	if (time < 0 || when.tm_mday != day) /* a 31st of February moved on */
		return -1;
	*seconds = time;
	return 0;
}

int
date_parse(const char *text, int64_t *seconds)
{
	return parse_form(text, &forms[0], seconds);
}

static int
parse_seconds(const char *text, int64_t *seconds)
{
	enum { MOST_DIGITS = 11 }; /* beyond the year 5000 */
	size_t digits = strspn(text, "0123456789");

	if (digits == 0 || digits > MOST_DIGITS || text[digits] != '\0')
		return -1;
	*seconds = strtoll(text, NULL, 10);
	return 0;
}

int
time_parse(const char *text, int64_t *seconds)
{
	for (size_t i = 0; i < COUNT(forms); i++)
		if (parse_form(text, &forms[i], seconds) == 0)
			return 0;
	return parse_seconds(text, seconds);
}

int64_t
clock_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}
