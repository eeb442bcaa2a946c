/* test_template.c -- what devices say is shown, and nothing else happens. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "capture.h"
#include "roundtrip.h"

struct name_case {
	const char *label;
	const char *bytes;
	const char *plain; /* what must be shown */
};

static const struct name_case names[] = {
	{ "plain", "hq-core1", "hq-core1" },
	{ "IPv4", "192.0.2.1", "192.0.2.1" },
	{ "IPv6", "2001:db8:100::1", "2001:db8:100::1" },
	{ "script", "<script>alert(1)</script>|x",
		"<script>alert(1)</script>|x" },
	{ "attribute", "\" onload=\"alert(1)", "\" onload=\"alert(1)" },
	{ "apostrophe", "it's", "it's" },
	{ "entity", "&amp;&#60;&lt;", "&amp;&#60;&lt;" },
	{ "link", "[a](javascript:x)", "[a](javascript:x)" },
	{ "image", "![a](http://192.0.2.1/x)", "![a](http://192.0.2.1/x)" },
	{ "mustache", "{{name}}{{#x}}", "{{name}}{{#x}}" },
	{ "mention", "@name", "@name" },
	{ "host name", "www.x", "www.x" },
	{ "address of a page", "https://x.example/", "https://x.example/" },
	{ "shortcode", ":smile:", ":smile:" },
	{ "formula", "$x$", "$x$" },
	{ "strike", "~~x~~", "~~x~~" },
	{ "backtick", "`", "`" },
	{ "backticks", "a``b`", "a``b`" },
	{ "bar", "|", "|" },
	{ "bars", "a|b||c", "a|b||c" },
	{ "backslash", "\\", "\\" },
	{ "backslash and bar", "a\\|b", "a\\|b" },
	{ "backslashes and bar", "@\\\\|b\\", "@\\\\|b\\" },
	{ "emphasis", "*a* _b_ **c**", "*a* _b_ **c**" },
	{ "heading", "# x", "# x" },
	{ "list", "- x", "- x" },
	{ "numbered list", "1. x", "1. x" },
	{ "quote", "> x", "> x" },
	{ "rule", "---", "---" },
	{ "underline", "===", "===" },
	{ "table row", "|---|", "|---|" },
	{ "comment", "<!-- x -->", "<!-- x -->" },
	{ "blanks at the ends", "  x  ", "x" },
	{ "wide blanks at the ends", "\u2000\u00a0=x\u3000", "=x" },
	{ "wide blanks inside", "a\u2003b", "a\u2003b" },
	{ "control bytes", "a\x01\x1b[31mb\x7f", "a[31mb" },
	{ "C1 control",
		"a\xc2\x9b"
		"b",
		"ab" },
	{ "line ends", "a\r\nb\tc", "a  b c" },
	{ "lone byte",
		"a\xff"
		"b",
		"a\xef\xbf\xbd"
		"b" },
	{ "cut short", "a\xe2\x82", "a\xef\xbf\xbd\xef\xbf\xbd" },
	{ "overlong", "\xc0\xaf", "\xef\xbf\xbd\xef\xbf\xbd" },
	{ "surrogate", "\xed\xa0\x80", "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd" },
	{ "no character", "\xef\xbf\xbf", "\xef\xbf\xbd" },
	{ "beyond the first plane", "\xf0\x9f\x98\x80", "\xf0\x9f\x98\x80" },
	{ "empty", "", "" },
	{ "only control bytes", "\x01\x02", "" },
};

static void
names_are_shown(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(names); i++) {
		const char *problem = roundtrip(names[i].bytes, names[i].plain);

		if (problem != NULL)
			fail_msg("%s: %s", names[i].label, problem);
	}
}

/* Numbers that look like chance and are the same in each run. */
static uint32_t
next_number(uint32_t *seed)
{
	*seed = *seed * 1664525 + 1013904223;
	return *seed >> 8;
}

static void
any_bytes_are_shown(void **state)
{
	static const char pieces[] =
		"`|\\*_[]()<>&#-+.!~@:$\"'{} \n\tax1\x80\xc3";
	uint32_t seed = 1;

	(void)state;
	for (int round = 0; round < 2000; round++) {
		char bytes[24] = { 0 };
		size_t length = next_number(&seed) % (sizeof(bytes) - 1);
		const char *problem;

		for (size_t i = 0; i < length; i++)
			bytes[i] = pieces[next_number(&seed) %
				(sizeof(pieces) - 1)];
		problem = roundtrip(bytes, NULL);
		if (problem != NULL)
			fail_msg("'%s' (round %d): %s", bytes, round, problem);
	}
}

/* ---------------------------------------------- templates and mistakes ---- */

struct page_case {
	const char *label;
	const char *markdown; /* of the template */
	const char *expected; /* Markdown, or what is logged */
};

static const struct variable variables[] = {
	{ "name", "core|1" },
	{ "slug", "core-1" },
	{ "yes", "1" },
	{ "no", "0" },
	{ "nothing", NULL },
	{ "ipv6", "2001:db8::1" },
	{ "ipv4", "192.0.2.1" },
	{ NULL },
};

static const struct page_case pages[] = {
	{ "value", "{{name}}", "core|1\n" },
	{ "address of either family", "`{{ipv6}}` `{{ipv4}}`",
		"`2001:db8::1` `192.0.2.1`\n" },
	{ "in a table", "|a|\n|-|\n|{{name}}|",
		"| a |\n| --- |\n| core\\|1 |\n" },
	{ "slug in a link", "[x](devices/{{slug}}.md)",
		"[x](devices/core-1.md)\n" },
	{ "section of text", "a{{#yes}} b{{/yes}}{{#no}} c{{/no}}", "a b\n" },
	{ "inverted", "{{^no}}a{{/no}}{{^yes}}b{{/}}{{^nothing}}c{{/nothing}}",
		"ac\n" },
	{ "section of blocks",
		"{{#no}}\n\n# a\n\n{{/no}}\n\n{{#yes}}\n\n"
		"b\n\n{{/yes}}",
		"b\n" },
	{ "section of rows",
		"|a|\n|-|\n{{#no}}\n|b|\n{{/no}}\n{{#yes}}\n|c|\n{{/yes}}",
		"| a |\n| --- |\n| c |\n" },
	{ "column without a word",
		"|a|b|c|\n|-|-|-|\n|{{name}}|{{nothing}}|{{ipv6}}|\n"
		"|{{name}}|`{{nothing}}`|{{ipv4}}|",
		"| a | c |\n| --- | --- |\n| core\\|1 | `2001:db8::1` |\n"
		"| core\\|1 | 192.0.2.1 |\n" },
	{ "column with one word",
		"|a|b|\n|-|-|\n|{{name}}|{{nothing}}|\n|{{name}}|x|",
		"| a | b |\n| --- | --- |\n| core\\|1 |  |\n"
		"| core\\|1 | x |\n" },
	{ "name without a value", "| | |\n|-|-|\n|a|{{nothing}}|\n|b|{{ipv6}}|",
		"|  |  |\n| --- | --- |\n| b | `2001:db8::1` |\n" },
	{ "headings without rows", "|a|b|\n|-|-|\n{{#no}}\n|c|d|\n{{/no}}",
		"| a | b |\n| --- | --- |\n" },
	{ "section of items", "- {{#yes}}\n- a\n- {{/yes}}\n- b",
		"  - a\n  - b\n" },
	{ "lines of a paragraph", "{{#yes}}\na\n{{/yes}}\nb", "a\nb\n" },
	{ "empty paragraph", "a\n\n{{#no}}b{{/no}}", "a\n" },
	{ "remark", "a{{! not shown }}", "a\n" },
	{ "HTML of the template", "a<br>b", "a<br>b\n" },
	{ "no picture", "{{> diagram site-:slug}}",
		"Picture not drawn: no picture is named site-core-1.\n" },
};

static const struct page_case mistakes[] = {
	{ "unknown name", "a\n\n{{nam}}",
		"page.md:3: there is no column 'nam'" },
	{ "unknown section", "{{#nam}}a{{/nam}}",
		"page.md:1: there is no column 'nam'" },
	{ "unknown tag", "a {{na me}}", "page.md:1: '{{na me}}' is no tag" },
	{ "open braces", "a {{name", "page.md:1: '{{' without '}}'" },
	{ "not ended", "a\n\n{{#yes}}b",
		"page.md:3: section 'yes' is not ended" },
	{ "ended elsewhere", "{{#yes}}\n\n- {{/yes}}",
		"page.md:3: {{/yes}} ends" },
	{ "ended by another", "{{#yes}}a{{/no}}", "page.md:1: {{/no}} ends" },
	{ "never begun", "a{{/yes}}", "page.md:1: {{/yes}} ends nothing" },
	{ "text in a link", "\n[x]({{name}})", "page.md:2: '{{name}}': a tag" },
	{ "text in HTML", "<a title=\"{{name}}\">x</a>", "page.md:1: '<a " },
	{ "unknown part", "{{> table x}}", "page.md:1: {{> table x}}: there" },
	{ "picture named by text", "{{> diagram :name}}",
		"page.md:1: ':name' cannot name" },
};

/* NULL when the template is refused. */
static char *
write_page(const char *markdown)
{
	struct arena *arena = arena_create();
	struct context *context = context_create(NULL, variables);
	const struct page_parts parts = { "title", NULL };
	struct place place = { "page.md", 1 };
	struct template *template = template_parse(arena, place, markdown);
	struct node *document = NULL;
	struct text out = { 0 };

	if (template != NULL)
		document = template_fill(template, context, &parts, arena);
	if (document != NULL)
		markdown_write(document, "", &out);
	context_free(context);
	arena_free(arena);
	return out.bytes;
}

static void
templates_are_filled(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(pages); i++) {
		char *text = write_page(pages[i].markdown);

		if (text == NULL || strcmp(text, pages[i].expected) != 0)
			fail_msg("%s: '%s'", pages[i].label,
				text != NULL ? text : "refused");
		free(text);
	}
}

static void
mistakes_are_refused(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(mistakes); i++) {
		char logged[8192];
		char *text;

		capture_begin();
		text = write_page(mistakes[i].markdown);
		capture_end(logged, sizeof(logged));
		if (text != NULL)
			fail_msg("%s: not refused", mistakes[i].label);
		if (strstr(logged, mistakes[i].expected) == NULL)
			fail_msg("%s: logged '%s'", mistakes[i].label, logged);
	}
}

/* The pieces of a paragraph: text as it is, code between bars. */
static void
list_pieces(const struct node *paragraph, struct text *out)
{
	for (const struct node *node = paragraph->first; node != NULL;
		node = node->next)
		text_format(out, node->kind == NODE_CODE ? "|%s|" : "%s",
			node->text);
}

static void
live_words_are_code(void **state)
{
	static const struct {
		const char *value, *pieces;
	} cases[] = {
		{ "@name", "|@name|" },
		{ "www.x", "|www.x|" },
		{ "http://x", "|http://x|" },
		{ ":smile:", "|:smile:|" },
		{ "~~x y~~", "|~~x y~~|" },
		{ "$x y$", "|$x y$|" },
		{ "192.0.2.1 was seen", "192.0.2.1 was seen" },
		{ "by @name, now", "by |@name|, now" },
		{ "holds fe80::200:5eff:fe00:53fe.",
			"holds |fe80::200:5eff:fe00:53fe|." },
		{ "@a www.b c", "|@a www.b| c" },
		{ "a  @b", "a  |@b|" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct variable v[] = { { "v", cases[i].value }, { NULL } };
		struct context *context = context_create(NULL, v);
		struct arena *arena = arena_create();
		const struct page_parts parts = { "title", NULL };
		struct place place = { "page.md", 1 };
		struct text pieces = { 0 };
		struct node *document =
			template_fill(template_parse(arena, place, "{{v}}"),
				context, &parts, arena);

		list_pieces(document->first, &pieces);
		assert_string_equal(pieces.bytes, cases[i].pieces);
		text_free(&pieces);
		context_free(context);
		arena_free(arena);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_are_shown),
		cmocka_unit_test(any_bytes_are_shown),
		cmocka_unit_test(templates_are_filled),
		cmocka_unit_test(mistakes_are_refused),
		cmocka_unit_test(live_words_are_code),
	};

	return cmocka_run_group_tests_name("templates", tests, NULL, NULL);
}
