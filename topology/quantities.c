/* quantities.c -- numbers as people write them.
 *
 * strtod reads more than people mean by a number, so the form is looked at
 * first. */
#include "quantities.h"

#include <ctype.h>
#include <stdlib.h>

#include "memory.h"

/* Behind the number, or NULL when the text does not begin with one. */
static const char *
behind_number(const char *text)
{
	text += *text == '-';
	if (!isdigit((unsigned char)*text))
		return NULL;
	while (isdigit((unsigned char)*text))
		text++;
	if (text[0] != '.' || !isdigit((unsigned char)text[1]))
		return text;
	for (text++; isdigit((unsigned char)*text);)
		text++;
	return text;
}

int
number_parse(const char *text, double *number)
{
	const char *end = behind_number(text);

	if (end == NULL || *end != '\0')
		return -1;
	*number = strtod(text, NULL);
	return 0;
}

/* 0 for no unit of a rate. */
static double
rate_unit(const char *unit)
{
	static const struct {
		char letter;
		double bits;
	} units[] = {
		{ '\0', 1 },
		{ 'k', 1e3 },
		{ 'M', 1e6 },
		{ 'G', 1e9 },
		{ 'T', 1e12 },
	};

	for (size_t i = 0; i < COUNT(units); i++)
		if (unit[0] == units[i].letter)
			return unit[0] == '\0' || unit[1] == '\0'
				? units[i].bits
				: 0;
	return 0;
}

int
rate_parse(const char *text, int64_t *bits)
{
	const double most = 1e15;
	const char *end = behind_number(text);
	double rate;

	if (end == NULL || rate_unit(end) == 0)
		return -1;
	rate = strtod(text, NULL) * rate_unit(end);
	if (rate < 1 || rate > most)
		return -1;
	*bits = (int64_t)(rate + 0.5);
	return 0;
}
