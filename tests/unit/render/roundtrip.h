/* roundtrip.h -- any bytes through a page, and back out of what was written.
 *
 * The bytes stand as text, code, in a heading, a table, a list and a link. The
 * Markdown is parsed again and the HTML is stripped of tags: both must give
 * the plain form of the bytes, and the HTML may hold only tags of ours. */
#ifndef TESTS_RENDER_ROUNDTRIP_H
#define TESTS_RENDER_ROUNDTRIP_H

#include <stdlib.h>
#include <string.h>

#include "context.h"
#include "html.h"
#include "markdown.h"
#include "plain.h"
#include "template.h"

static const char roundtrip_page[] = "# Of {{v}}\n"
				     "\n"
				     "Say {{v}} and `{{v}}`, {{v}}.\n"
				     "\n"
				     "{{v}}\n"
				     "\n"
				     "| {{v}} | b | {{v}} |\n"
				     "|---|---|---|\n"
				     "| {{v}} | x`{{v}}`{{v}} | {{v}}{{v}} |\n"
				     "| `{{v}}` | {{> badge v}} | *{{v}}* |\n"
				     "\n"
				     "- {{v}}\n"
				     "- `{{v}}`\n"
				     "\n"
				     "> [{{v}}](x.md) **{{v}}**\n";

static inline bool
roundtrip_knows_tag(const char *tag, size_t length)
{
	static const char *const tags[] = { "h1", "p", "code", "table", "thead",
		"tbody", "tr", "th", "td", "ul", "li", "blockquote", "a",
		"strong", "em", "span", "div" };

	if (*tag == '/') {
		tag++;
		length--;
	}
	length = strcspn(tag, " >") < length ? strcspn(tag, " >") : length;
	for (size_t i = 0; i < COUNT(tags); i++)
		if (strlen(tags[i]) == length &&
			memcmp(tags[i], tag, length) == 0)
			return true;
	return false;
}

/* One character of HTML text; returns what it took, 0 for a bare "&". */
static inline size_t
roundtrip_character(const char *html, struct text *out)
{
	static const struct {
		const char *entity, *character;
	} entities[] = { { "&amp;", "&" }, { "&lt;", "<" }, { "&gt;", ">" },
		{ "&quot;", "\"" }, { "&#39;", "'" } };

	for (size_t i = 0; i < COUNT(entities); i++) {
		size_t length = strlen(entities[i].entity);

		if (strncmp(html, entities[i].entity, length) != 0)
			continue;
		text_append(out, entities[i].character);
		return length;
	}
	if (*html != '\n')
		text_append_bytes(out, html, 1);
	return *html != '&';
}

/* Text without tags; -1 for a tag that is not ours or is never closed. */
static inline int
roundtrip_strip(const char *html, struct text *out)
{
	while (*html != '\0') {
		size_t length;

		if (*html != '<') {
			length = roundtrip_character(html, out);
			if (length == 0)
				return -1;
			html += length;
			continue;
		}
		length = strcspn(html, ">");
		if (html[length] == '\0' ||
			!roundtrip_knows_tag(html + 1, length - 1))
			return -1;
		html += length + 1;
	}
	return 0;
}

static inline const char *
roundtrip_compare(const struct node *document, struct arena *arena)
{
	struct text markdown = { 0 }, html = { 0 }, expected = { 0 };
	struct text read = { 0 }, shown = { 0 };
	const char *problem = NULL;

	text_append(&shown, "");
	node_text(document, &expected);
	markdown_write(document, "", &markdown);
	html_write(document, "", &html);
	node_text(markdown_parse(arena, markdown.bytes, 1), &read);
	if (strcmp(read.bytes, expected.bytes) != 0)
		problem = "the Markdown reads differently";
	else if (roundtrip_strip(html.bytes, &shown) != 0)
		problem = "the HTML holds foreign markup";
	else if (strcmp(shown.bytes, expected.bytes) != 0)
		problem = "the HTML shows something else";
	if (problem != NULL && getenv("VERBOSE") != NULL)
		fprintf(stderr, "%s\n--\n%s\n--\n%s\n--\n%s\n", expected.bytes,
			markdown.bytes, read.bytes, html.bytes);
	text_free(&markdown);
	text_free(&html);
	text_free(&expected);
	text_free(&read);
	text_free(&shown);
	return problem;
}

/* How often the plain bytes must stand in the text of the page. */
enum { ROUNDTRIP_TIMES = 18 };

static inline int
roundtrip_count(const struct node *document, const char *plain)
{
	struct text text = { 0 };
	int count = 0;

	node_text(document, &text);
	for (const char *found = text.bytes;
		*plain != '\0' && (found = strstr(found, plain)) != NULL;
		found += strlen(plain))
		count++;
	text_free(&text);
	return count;
}

/* NULL, or what is wrong. `plain` may be NULL; else it is what must show. */
static inline const char *
roundtrip(const char *bytes, const char *plain)
{
	struct variable variables[] = { { "v", bytes }, { NULL } };
	struct context *context = context_create(NULL, variables);
	struct arena *arena = arena_create();
	struct place place = { "roundtrip", 1 };
	struct template *template =
		template_parse(arena, place, roundtrip_page);
	const struct page_parts parts = { "title", NULL };
	const char *problem = "no page came out";
	struct node *document = NULL;

	if (template != NULL)
		document = template_fill(template, context, &parts, arena);
	if (document != NULL)
		problem = roundtrip_compare(document, arena);
	if (problem == NULL && plain != NULL && plain[0] != '\0' &&
		roundtrip_count(document, plain) < ROUNDTRIP_TIMES)
		problem = "the plain text is not shown everywhere";
	context_free(context);
	arena_free(arena);
	return problem;
}

#endif
