/* test_label.c -- what is left of any bytes before Graphviz sees them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "label.h"

#define EIGHT "abcdefgh"
#define SIXTY_FOUR EIGHT EIGHT EIGHT EIGHT EIGHT EIGHT EIGHT EIGHT

struct text_case {
	const char *name;
	const char *value;
	const char *markup;
	const char *plain;
	const char *tooltip; /* NULL: as plain */
};

static const struct text_case texts[] = {
	{ "a name", "hq-core1", "hq-core1", "hq-core1" },
	{ "IPv4", "192.0.2.1/24", "192.0.2.1/24", "192.0.2.1/24" },
	{ "IPv6", "2001:db8::1/64", "2001:db8::1/64", "2001:db8::1/64" },
	{ "a script", "<script>alert(1)</script>|x",
		"&lt;script&gt;alert(1)&lt;/script&gt;|x",
		"<script>alert(1)</script>|x" },
	{ "quotes", "\"'", "&quot;&#39;", "\"'" },
	{ "an entity stays text", "&amp;", "&amp;amp;", "&amp;amp;" },
	{ "Graphviz' escapes stay text", "\\N\\G\\n", "\\\\N\\\\G\\\\n",
		"\\\\N\\\\G\\\\n", "\\\\\\\\N\\\\\\\\G\\\\\\\\n" },
	{ "mustache stays text", "{{name}}", "{{name}}", "{{name}}" },
	{ "broken UTF-8", "a\xff\xc3(", "a\xef\xbf\xbd\xef\xbf\xbd(",
		"a\xef\xbf\xbd\xef\xbf\xbd(" },
	{ "control bytes",
		"a\x01\x1b\x7f\xc2\x9b"
		"b",
		"ab", "ab" },
	{ "other scripts", "\xd0\xa6\xd0\x9e\xd0\x94",
		"\xd0\xa6\xd0\x9e\xd0\x94", "\xd0\xa6\xd0\x9e\xd0\x94" },
	{ "nothing left", "\x01", " ", "" },
	{ "nothing", "", " ", "" },
	{ "just short enough", SIXTY_FOUR, SIXTY_FOUR, SIXTY_FOUR },
	{ "too long", SIXTY_FOUR "i", SIXTY_FOUR "\xe2\x80\xa6",
		SIXTY_FOUR "i" },
};

static void
texts_are_made_safe(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(texts); i++) {
		struct text markup = { 0 }, plain = { 0 }, tooltip = { 0 };

		label_markup(&markup, texts[i].value);
		label_plain(&plain, texts[i].value);
		label_tooltip(&tooltip, texts[i].value);
		if (strcmp(markup.bytes, texts[i].markup) != 0 ||
			strcmp(plain.bytes, texts[i].plain) != 0 ||
			strcmp(tooltip.bytes,
				texts[i].tooltip != NULL ? texts[i].tooltip
							 : texts[i].plain) != 0)
			fail_msg("%s: got '%s', '%s' and '%s'", texts[i].name,
				markup.bytes, plain.bytes, tooltip.bytes);
		text_free(&markup);
		text_free(&plain);
		text_free(&tooltip);
	}
}

static const struct {
	const char *name;
	const char *value;
	bool (*fits)(const char *);
	bool expected;
} values[] = {
	{ "a page", "../devices/hq-core1.html", label_is_link, true },
	{ "a place in a page", "../sites/hq.html#links", label_is_link, true },
	{ "out of the site", "../../etc/passwd", label_is_link, false },
	{ "a script", "javascript:alert(1)", label_is_link, false },
	{ "another host", "//example.net/", label_is_link, false },
	{ "out of the quotes", "a\" onload=\"x", label_is_link, false },
	{ "words", "device v4", label_is_words, true },
	{ "a quote", "device\"", label_is_words, false },
	{ "a colour", "#0f766e", label_is_setting, true },
	{ "two strokes", "#0f766e:#ffffff:#0f766e", label_is_setting, true },
	{ "a port", "p12:e", label_is_setting, true },
	{ "fonts", "Helvetica,Arial,sans-serif", label_is_setting, true },
	{ "markup", "<b>", label_is_setting, false },
	{ "an entity", "&#34;", label_is_setting, false },
};

static void
values_are_judged(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(values); i++)
		if (values[i].fits(values[i].value) != values[i].expected)
			fail_msg("%s: '%s'", values[i].name, values[i].value);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(texts_are_made_safe),
		cmocka_unit_test(values_are_judged),
	};

	return cmocka_run_group_tests_name("label", tests, NULL, NULL);
}
