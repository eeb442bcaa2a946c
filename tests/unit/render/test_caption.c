/* test_caption.c -- what labels' markup says, and in which colours. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "caption.h"
#include "label.h"

static const struct {
	const char *name;
	const char *markup;
	const char *text;
	const char *head;
} captions[] = {
	{ "no table", "<B>hq</B> &#160; site", "hq site", "hq site" },
	{ "nothing", "", "", "" },
	{ "a row", "<TABLE><TR><TD>a</TD><TD>b</TD></TR></TABLE>", "a  b",
		"a  b" },
	{ "rows, IPv6 and IPv4",
		"<TABLE><TR><TD>a</TD></TR><TR><TD>2001:db8::1<BR/>"
		"192.0.2.1<BR/></TD></TR></TABLE>",
		"a\n2001:db8::1\n192.0.2.1", "a" },
	{ "a table in the head",
		"<TABLE><TR><TD><TABLE><TR><TD>a</TD><TD>4+6</TD></TR></TABLE>"
		"</TD></TR><TR><TD>b</TD></TR></TABLE>",
		"a  4+6\nb", "a  4+6" },
	{ "empty cells and rows",
		"<TABLE><TR><TD></TD><TD>a</TD></TR><TR><TD> </TD></TR>"
		"<TR><TD>b</TD></TR></TABLE>",
		"a\nb", "a" },
	{ "letters in any case", "<table><tr><td>a<br/>b</td></tr></table>",
		"a\nb", "a\nb" },
	{ "entities",
		"<TABLE><TR><TD>&lt;b&gt; &amp;amp; &#34;</TD></TR></TABLE>",
		"<b> &amp; \"", "<b> &amp; \"" },
	{ "doubled backslashes", "a\\\\N\\\\\\\\b", "a\\N\\\\b", "a\\N\\\\b" },
	{ "ports are for edges",
		"<TABLE><TR><TD PORT=\"p1\">Gi1</TD><TD>a</TD>"
		"<TD PORT=\"p2\"><B>Gi2</B> <I>x</I></TD></TR></TABLE>",
		"a", "a" },
	{ "broken markup: what stood before", "<TABLE><TR><TD>a</TD><TD>b&<",
		"a  b", "a  b" },
	{ "an unknown entity", "a<B>&nosuch;</B>", "a", "a" },
};

static void
text_is_in_reading_order(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(captions); i++) {
		struct arena *arena = arena_create();
		const struct caption *caption =
			caption_read(arena, captions[i].markup);

		if (strcmp(caption->text, captions[i].text) != 0)
			fail_msg("%s: '%s'", captions[i].name, caption->text);
		if (caption->head != strlen(captions[i].head))
			fail_msg("%s: a head of %zu octets", captions[i].name,
				caption->head);
		arena_free(arena);
	}
}

static void
ports_have_texts(void **state)
{
	struct arena *arena = arena_create();
	const struct caption *caption = caption_read(arena,
		"<TABLE><TR><TD PORT=\"p1\">Gi1/0/1</TD><TD PORT=\"p2\">"
		"<TABLE><TR><TD>Gi2</TD><TD PORT=\"in\">x</TD></TR></TABLE>"
		"</TD><TD PORT=\"p3\"></TD></TR></TABLE>");

	(void)state;
	assert_string_equal(caption_port(caption, "p1")->text, "Gi1/0/1");
	assert_string_equal(caption_port(caption, "p2")->text, "Gi2  x");
	assert_string_equal(caption_port(caption, "p3")->text, "");
	assert_null(caption_port(caption, "in"));
	assert_null(caption_port(caption, "p4"));
	assert_string_equal(caption->text, "");
	arena_free(arena);
}

static void
colours_are_the_outermost(void **state)
{
	struct arena *arena = arena_create();
	const struct caption *caption = caption_read(arena,
		"<TABLE COLOR=\"#111111\" BGCOLOR=\"#222222\"><TR>"
		"<TD BGCOLOR=\"#333333\"><TABLE COLOR=\"#999999\"><TR><TD>"
		"<FONT COLOR=\"#444444\">a</FONT></TD></TR></TABLE></TD></TR>"
		"<TR><TD BGCOLOR=\"#999999\"><FONT COLOR=\"#999999\">b</FONT>"
		"</TD></TR></TABLE>");

	(void)state;
	assert_string_equal(caption->stroke, "#111111");
	assert_string_equal(caption->fill, "#222222");
	assert_string_equal(caption->head_fill, "#333333");
	assert_string_equal(caption->ink, "#444444");
	caption = caption_read(arena,
		"<TABLE><TR><TD>a</TD></TR><TR>"
		"<TD BGCOLOR=\"#999999\">b</TD></TR>"
		"</TABLE>");
	assert_null(caption->stroke);
	assert_null(caption->head_fill);
	arena_free(arena);
}

/* Whatever a device said comes back as its plain text. */
static const char *const values[] = { "hq-core1", "2001:db8::1", "192.0.2.1",
	"\"'&amp;<b>", "\\N\\\\n", "</svg><script>",
	"a\xff\x01"
	"b",
	"{{x}}", "]]>", "<!--", "\xc3\xa9" };

static void
what_was_escaped_comes_back(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(values); i++) {
		struct arena *arena = arena_create();
		struct text markup = { 0 }, plain = { 0 };

		text_append(&markup, "<TABLE><TR><TD>");
		label_markup(&markup, values[i]);
		text_append(&markup, "</TD></TR></TABLE>");
		label_fact(&plain, values[i]);
		assert_string_equal(
			caption_read(arena, markup.bytes)->text, plain.bytes);
		text_free(&markup);
		text_free(&plain);
		arena_free(arena);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(text_is_in_reading_order),
		cmocka_unit_test(ports_have_texts),
		cmocka_unit_test(colours_are_the_outermost),
		cmocka_unit_test(what_was_escaped_comes_back),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
