/* yaml_hint.c -- what a mistake of syntax probably is, in the words of people
 * who do not know how YAML is parsed. */
#include "yaml_values.h"

#include <string.h>

#include "memory.h"

const char *
yaml_line(struct arena *arena, const char *text, size_t length, int number)
{
	const char *end = text + length, *next = text;

	while (next != NULL && number-- >= 0) {
		text = next;
		next = memchr(text, '\n', (size_t)(end - text));
		next = next != NULL ? next + 1 : NULL;
	}
	if (number >= 0)
		return "";
	return arena_copy(
		arena, text, (size_t)((next != NULL ? next : end) - text));
}

static bool
has_tab_in_front(const char *line)
{
	return line[strspn(line, " \t-")] != '\0' &&
		memchr(line, '\t', strspn(line, " \t-")) != NULL;
}

const char *
yaml_hint(const char *problem, const char *line)
{
	static const struct {
		const char *problem; /* a part of libyaml's words */
		const char *hint;
	} hints[] = {
		{ "UTF-8", "save the file as UTF-8" },
		{ "mapping values",
			"quote a text that has a colon, such as \"2001:db8::\""
			", and indent fields of a record alike" },
		{ "unexpected ':'",
			"quote a text that has a colon, such as "
			"\"2001:db8::\"" },
		{ "expected node content",
			"close the bracket, and quote a text that begins with "
			"a colon, such as \"::1\"" },
		{ "cannot start",
			"quote a text that begins with such a character" },
		{ "could not find expected ':'",
			"a field is 'name: value', with a space" },
		{ "end of stream", "a quotation mark is not closed" },
		{ "expected ','",
			"a bracket is not closed, or a comma is missing" },
		{ "expected '-'",
			"indent this line as the others of its list or "
			"record" },
		{ "expected key",
			"indent this line as the others of its list or "
			"record" },
		{ "block sequence", "begin a list on a line of its own" },
	};

	if (has_tab_in_front(line))
		return "indent with spaces, not with tabs";
	for (size_t i = 0; i < COUNT(hints); i++)
		if (strstr(problem, hints[i].problem) != NULL)
			return hints[i].hint;
	return NULL;
}
