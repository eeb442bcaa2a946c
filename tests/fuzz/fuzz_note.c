/* fuzz_note.c -- for any note of people, a page has no HTML of it, and its
 * links lead to the site or to https. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "html.h"
#include "markdown.h"
#include "notes.h"
#include "plain.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void
expect(int holds, const char *what)
{
	if (holds)
		return;
	fprintf(stderr, "%s\n", what);
	abort();
}

static void
check_tree(const struct node *node)
{
	expect(node->kind != NODE_HTML && node->kind != NODE_HTML_BLOCK,
		"HTML came in");
	expect(node->kind != NODE_TABLE, "a table was read");
	if (node->kind == NODE_LINK)
		expect(is_slug(node->text) ||
				strncmp(node->text, "https://", 8) == 0,
			"a link leads elsewhere");
	for (const struct node *child = node->first; child != NULL;
		child = child->next)
		check_tree(child);
}

/* Every tag of the page is one that we write. */
static void
check_html(const char *html)
{
	static const char *const ours[] = { "p>", "h3 id=\"", "h3>", "h4 id=\"",
		"h4>", "h5 id=\"", "h5>", "h6 id=\"", "h6>", "a href=\"", "a>",
		"code>", "em>", "strong>", "pre>", "ul>", "ol>", "li>", "br>",
		"hr>", "blockquote>" };

	for (const char *tag = html; (tag = strchr(tag, '<')) != NULL;) {
		size_t i = 0;

		tag += tag[1] == '/' ? 2 : 1;
		while (i < COUNT(ours) &&
			strncmp(tag, ours[i], strlen(ours[i])) != 0)
			i++;
		expect(i < COUNT(ours), tag);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	struct arena *arena = arena_create();
	struct text html = { 0 }, markdown = { 0 };
	char *text = memory_zeroed(size + 1);
	const struct node *tree;

	memcpy(text, bytes, size);
	tree = note_parse(arena, text);
	check_tree(tree);
	html_write(tree, "../", &html);
	markdown_write(tree, "../", &markdown);
	if (html.length > 0)
		check_html(html.bytes);
	text_free(&html);
	text_free(&markdown);
	free(text);
	arena_free(arena);
	return 0;
}
