/* conditions.c -- what a request makes depend on what it has: RFC 9110. */
#include "conditions.h"

#include <string.h>
#include <strings.h>
#include <time.h>

static const char date_form[] = "%a, %d %b %Y %H:%M:%S GMT";

void
http_date(int64_t seconds, char text[HTTP_DATE_SIZE])
{
	time_t time = seconds;
	struct tm when;

	gmtime_r(&time, &when);
	strftime(text, HTTP_DATE_SIZE, date_form, &when);
}

int64_t
http_date_parse(const char *text)
{
	struct tm when = { 0 };
	const char *rest = strptime(text, date_form, &when);

	return rest != NULL && *rest == '\0' ? timegm(&when) : -1;
}

bool
etag_is_listed(const char *list, const char *etag)
{
	static const char between[] = " \t,";
	size_t length = strlen(etag);

	if (strcmp(list, "*") == 0)
		return true;
	for (list += strspn(list, between); *list != '\0';
		list += strspn(list, between)) {
		if (strncmp(list, "W/", 2) == 0)
			list += 2;
		if (strncmp(list, etag, length) == 0 &&
			(list[length] == '\0' ||
				strchr(between, list[length]) != NULL))
			return true;
		list += strcspn(list, between);
	}
	return false;
}

/* A weight is "q=0", "q=0.0" ... or something else: then it is taken. */
static bool
weighs_nothing(const char *item, size_t length)
{
	const char *weight = memchr(item, ';', length);
	const char *end = item + length;

	if (weight == NULL)
		return false;
	weight += 1 + strspn(weight + 1, " \t");
	if (end - weight < 3 || strncasecmp(weight, "q=0", 3) != 0)
		return false;
	return weight + 3 + strspn(weight + 3, ".0 \t") >= end;
}

bool
coding_is_accepted(const char *field, const char *coding)
{
	static const char between[] = " \t,";
	size_t name_length = strlen(coding);
	bool others = false;

	for (field += strspn(field, between); *field != '\0';
		field += strspn(field, between)) {
		size_t length = strcspn(field, ",");
		size_t name = strcspn(field, ",; \t");
		bool taken = !weighs_nothing(field, length);

		if (name == name_length &&
			strncasecmp(field, coding, name) == 0)
			return taken;
		if (name == 1 && *field == '*')
			others = taken;
		field += length;
	}
	return others;
}

/* Reads digits; -1 when there is none. What is too large stays large. */
static int64_t
read_number(const char **cursor)
{
	int64_t number = -1;

	for (; **cursor >= '0' && **cursor <= '9'; (*cursor)++) {
		if (number < 0)
			number = 0;
		if (number <= INT64_MAX / 10 - 1)
			number = number * 10 + (**cursor - '0');
	}
	return number;
}

static enum range_result
cut_range(int64_t first, int64_t last, int64_t size, struct byte_range *range)
{
	if (last >= size)
		last = size - 1;
	if (first > last)
		return RANGE_OUTSIDE;
	*range = (struct byte_range){ first, last - first + 1 };
	return RANGE_PART;
}

enum range_result
range_parse(const char *field, int64_t file_size, struct byte_range *range)
{
	static const char unit[] = "bytes=";
	int64_t first;
	int64_t last;

	if (strncasecmp(field, unit, strlen(unit)) != 0)
		return RANGE_NONE;
	field += strlen(unit);
	first = read_number(&field);
	if (*field++ != '-')
		return RANGE_NONE;
	last = read_number(&field);
	if (*field != '\0' || (first < 0 && last < 0))
		return RANGE_NONE;
	if (first < 0) /* "-500": the last 500 bytes */
		return cut_range(last < file_size ? file_size - last : 0,
			last > 0 ? file_size - 1 : -1, file_size, range);
	if (last >= 0 && last < first)
		return RANGE_NONE;
	return cut_range(
		first, last >= 0 ? last : file_size - 1, file_size, range);
}
