/* html.c -- a page's tree as HTML. */
#include "html.h"

#include <stdlib.h>
#include <string.h>

#include "diagrams.h"
#include "links.h"
#include "plain.h"
#include "words.h"

struct writer {
	struct text *out;
	const char *root;
	const char *scope; /* of the next cell of a table; NULL: data */
	bool is_list; /* a table of names and values */
	bool is_tight; /* items without paragraphs */
};

static void write_children(struct writer *, const struct node *);

/* ------------------------------------------------------------- inlines ---- */

static void
write_text(struct writer *writer, const struct node *node)
{
	escape_markup(writer->out, node->text);
}

static void
write_code(struct writer *writer, const struct node *node)
{
	text_append(writer->out, "<code>");
	escape_markup(writer->out, node->text);
	text_append(writer->out, "</code>");
}

static void
write_link(struct writer *writer, const struct node *node)
{
	struct text url = { 0 };

	link_append_html(&url, writer->root, node->text);
	text_append(writer->out, "<a href=\"");
	escape_markup(writer->out, url.bytes != NULL ? url.bytes : "");
	text_append(writer->out, "\">");
	write_children(writer, node);
	text_append(writer->out, "</a>");
	text_free(&url);
}

static void
write_badge(struct writer *writer, const struct node *node)
{
	char slug[SLUG_SIZE];

	text_append(writer->out, "<span class=\"badge ");
	text_append(writer->out, slug_text(node->text, slug));
	text_append(writer->out, "\">");
	escape_markup(writer->out, node->text);
	text_append(writer->out, "</span>");
}

static void
write_raw(struct writer *writer, const struct node *node)
{
	text_append(writer->out, node->text);
}

/* -------------------------------------------------------------- blocks ---- */

static void
write_paragraph(struct writer *writer, const struct node *node)
{
	text_append(writer->out, writer->is_tight ? "" : "<p>");
	write_children(writer, node);
	text_append(writer->out, writer->is_tight ? "" : "</p>\n");
}

static void
write_heading(struct writer *writer, const struct node *node)
{
	text_format(writer->out, "<h%d", node->level);
	if (node->id != NULL)
		text_format(writer->out, " id=\"%s\"", node->id);
	text_append(writer->out, ">");
	write_children(writer, node);
	text_format(writer->out, "</h%d>\n", node->level);
}

static void
write_list(struct writer *writer, const struct node *node)
{
	const char *name = node->level > 0 ? "ol" : "ul";
	bool was_tight = writer->is_tight;

	writer->is_tight = node->tight;
	text_format(writer->out, "<%s>\n", name);
	write_children(writer, node);
	text_format(writer->out, "</%s>\n", name);
	writer->is_tight = was_tight;
}

static void
write_code_block(struct writer *writer, const struct node *node)
{
	text_append(writer->out, "<pre><code>");
	escape_markup(writer->out, node->text);
	text_append(writer->out, "</code></pre>\n");
}

static const char column_scope[] = "col";
static const char row_scope[] = "row";

static bool
is_short_word(const struct node *node)
{
	enum { LETTERS = 12 };
	struct text words = { 0 };
	bool answer;

	node_text(node, &words);
	answer = words.length > 0 && words.length <= LETTERS &&
		strchr(words.bytes, ' ') == NULL;
	text_free(&words);
	return answer;
}

/* Browsers would break a date, or a name with hyphens, in a narrow column. */
static const char *
class_of_cell(const struct writer *writer, const struct node *node)
{
	if (node->alignment == 'r')
		return " class=\"number\"";
	if (writer->scope == NULL && is_short_word(node))
		return " class=\"word\"";
	return "";
}

static void
write_cell(struct writer *writer, const struct node *node)
{
	const char *scope = writer->scope;
	const char *name = scope != NULL ? "th" : "td";

	text_format(writer->out, "<%s", name);
	if (scope != NULL)
		text_format(writer->out, " scope=\"%s\"", scope);
	text_append(writer->out, class_of_cell(writer, node));
	text_append(writer->out, ">");
	write_children(writer, node);
	text_format(writer->out, "</%s>", name);
	if (scope == row_scope)
		writer->scope = NULL;
}

static void
write_header(struct writer *writer, const struct node *node)
{
	text_append(writer->out, "<thead>\n<tr>");
	writer->scope = column_scope;
	write_children(writer, node);
	text_append(writer->out, "</tr>\n</thead>\n");
}

static void
write_row(struct writer *writer, const struct node *node)
{
	if (node->is_header)
		return;
	text_append(writer->out, "<tr>");
	writer->scope = writer->is_list ? row_scope : NULL;
	write_children(writer, node);
	text_append(writer->out, "</tr>\n");
}

/* In Markdown a list of names and values has an empty header. */
static void
write_table(struct writer *writer, const struct node *node)
{
	struct text headings = { 0 };

	node_text(node->first, &headings);
	writer->is_list = headings.length == 0;
	text_free(&headings);
	text_append(writer->out, "<div class=\"table\"><table>\n");
	if (!writer->is_list)
		write_header(writer, node->first);
	text_append(writer->out, "<tbody>\n");
	write_children(writer, node);
	text_append(writer->out, "</tbody>\n</table></div>\n");
}

/* ------------------------------------------------------------ pictures ---- */

static void
write_picture(struct writer *writer, const struct node *node)
{
	struct text *out = writer->out;

	text_append(out, "<figure class=\"diagram\">\n");
	diagram_inline(out, node->svg, writer->root, node->title);
	text_append(out, "<figcaption>");
	text_format(out,
		"<a href=\"%sdiagrams/%s.svg\">The picture by itself, in "
		"full size</a> (<a href=\"%sdiagrams/%s.dot\">DOT</a>)",
		writer->root, node->text, writer->root, node->text);
	text_append(out, "</figcaption>\n</figure>\n");
}

static void
write_chart(struct writer *writer, const struct node *node)
{
	struct text *out = writer->out;

	text_format(out,
		"<figure class=\"diagram chart\">\n"
		"<img src=\"%scharts/%s.svg\" alt=\"",
		writer->root, node->text);
	escape_markup(out, node->title);
	text_append(out, "\">\n</figure>\n");
}

/* ---------------------------------------------------------- whole tree ---- */

/* A kind is written by a function or between two texts. */
struct form {
	void (*write)(struct writer *, const struct node *);
	const char *open;
	const char *close;
};

static const struct form forms[] = {
	[NODE_DOCUMENT] = { NULL, "", "" },
	[NODE_PARAGRAPH] = { write_paragraph },
	[NODE_HEADING] = { write_heading },
	[NODE_QUOTE] = { NULL, "<blockquote>\n", "</blockquote>\n" },
	[NODE_LIST] = { write_list },
	[NODE_ITEM] = { NULL, "<li>", "</li>\n" },
	[NODE_CODE_BLOCK] = { write_code_block },
	[NODE_RULE] = { NULL, "<hr>\n", "" },
	[NODE_TABLE] = { write_table },
	[NODE_ROW] = { write_row },
	[NODE_CELL] = { write_cell },
	[NODE_HTML_BLOCK] = { write_raw },
	[NODE_PICTURE] = { write_picture },
	[NODE_CHART] = { write_chart },
	[NODE_PART] = { NULL, "<section class=\"joined\">\n", "</section>\n" },
	[NODE_TEXT] = { write_text },
	[NODE_CODE] = { write_code },
	[NODE_EMPHASIS] = { NULL, "<em>", "</em>" },
	[NODE_STRONG] = { NULL, "<strong>", "</strong>" },
	[NODE_LINK] = { write_link },
	[NODE_SOFT_BREAK] = { NULL, "\n", "" },
	[NODE_LINE_BREAK] = { NULL, "<br>\n", "" },
	[NODE_HTML] = { write_raw },
	[NODE_BADGE] = { write_badge },
};

static void
write_node(struct writer *writer, const struct node *node)
{
	const struct form *form = &forms[node->kind];

	if (form->write != NULL) {
		form->write(writer, node);
		return;
	}
	text_append(writer->out, form->open);
	write_children(writer, node);
	text_append(writer->out, form->close);
}

static void
write_children(struct writer *writer, const struct node *node)
{
	for (const struct node *child = node->first; child != NULL;
		child = child->next)
		write_node(writer, child);
}

void
html_write(const struct node *document, const char *root, struct text *out)
{
	struct writer writer = { .out = out, .root = root };

	write_node(&writer, document);
}
