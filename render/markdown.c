/* markdown.c -- Markdown text to a tree, a tree to Markdown text.
 *
 * cmark-gfm 0.29 has traps. Its table nodes have no constants in an installed
 * header, so their types are taken from a table that is parsed once. It leaks
 * per cell unless nodes live in its arena. Its Markdown writer drops a whole
 * text at the first byte that is not UTF-8 (plain.h sees to that) and an empty
 * code span comes out as two backticks (template.c leaves them out). */
#include "markdown.h"

#define CMARK_NO_SHORT_NAMES
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <string.h>

#include "links.h"

struct table_types {
	cmark_node_type table;
	cmark_node_type row;
	cmark_node_type cell;
};

/* How our kinds and cmark's go together; tables have no constants. */
struct kind_pair {
	cmark_node_type theirs;
	enum node_kind ours;
};

static const struct kind_pair kinds[] = {
	{ CMARK_NODE_DOCUMENT, NODE_DOCUMENT },
	{ CMARK_NODE_PARAGRAPH, NODE_PARAGRAPH },
	{ CMARK_NODE_HEADING, NODE_HEADING },
	{ CMARK_NODE_BLOCK_QUOTE, NODE_QUOTE },
	{ CMARK_NODE_LIST, NODE_LIST },
	{ CMARK_NODE_ITEM, NODE_ITEM },
	{ CMARK_NODE_CODE_BLOCK, NODE_CODE_BLOCK },
	{ CMARK_NODE_THEMATIC_BREAK, NODE_RULE },
	{ CMARK_NODE_HTML_BLOCK, NODE_HTML_BLOCK },
	{ CMARK_NODE_TEXT, NODE_TEXT },
	{ CMARK_NODE_CODE, NODE_CODE },
	{ CMARK_NODE_EMPH, NODE_EMPHASIS },
	{ CMARK_NODE_STRONG, NODE_STRONG },
	{ CMARK_NODE_LINK, NODE_LINK },
	{ CMARK_NODE_SOFTBREAK, NODE_SOFT_BREAK },
	{ CMARK_NODE_LINEBREAK, NODE_LINE_BREAK },
	{ CMARK_NODE_HTML_INLINE, NODE_HTML },
};

static cmark_node *
parse(const char *markdown, bool with_tables)
{
	cmark_parser *parser = cmark_parser_new(CMARK_OPT_VALIDATE_UTF8);
	cmark_node *document;

	cmark_gfm_core_extensions_ensure_registered();
	if (with_tables)
		cmark_parser_attach_syntax_extension(
			parser, cmark_find_syntax_extension("table"));
	cmark_parser_feed(parser, markdown, strlen(markdown));
	document = cmark_parser_finish(parser);
	cmark_parser_free(parser);
	cmark_consolidate_text_nodes(document);
	return document;
}

static cmark_node *
parse_with_tables(const char *markdown)
{
	return parse(markdown, true);
}

static struct table_types
find_table_types(void)
{
	cmark_node *document = parse_with_tables("|a|\n|-|\n");
	cmark_node *table = cmark_node_first_child(document);
	cmark_node *row = cmark_node_first_child(table);
	struct table_types types = {
		cmark_node_get_type(table),
		cmark_node_get_type(row),
		cmark_node_get_type(cmark_node_first_child(row)),
	};

	cmark_node_free(document);
	return types;
}

/* ------------------------------------------------------------- reading ---- */

enum { DEPTH_LIMIT = 50 };

struct reader {
	struct arena *arena;
	struct table_types types;
	int line_offset;
	int depth;
};

static enum node_kind
kind_of(const struct reader *reader, cmark_node *node)
{
	cmark_node_type type = cmark_node_get_type(node);

	if (type == reader->types.table)
		return NODE_TABLE;
	if (type == reader->types.row)
		return NODE_ROW;
	if (type == reader->types.cell)
		return NODE_CELL;
	for (size_t i = 0; i < COUNT(kinds); i++)
		if (kinds[i].theirs == type)
			return kinds[i].ours;
	return NODE_PARAGRAPH; /* images, footnotes: their text remains */
}

static void
read_list(cmark_node *theirs, struct node *ours)
{
	ours->tight = cmark_node_get_list_tight(theirs) != 0;
	if (cmark_node_get_list_type(theirs) == CMARK_ORDERED_LIST)
		ours->level = cmark_node_get_list_start(theirs);
}

static void
align_cells(cmark_node *table, struct node *row)
{
	const uint8_t *alignments =
		cmark_gfm_extensions_get_table_alignments(table);

	for (struct node *cell = row->first; cell != NULL; cell = cell->next)
		cell->alignment = (char)*alignments++;
}

static void
read_node(struct reader *reader, cmark_node *theirs, struct node *parent)
{
	enum node_kind kind = kind_of(reader, theirs);
	struct node *ours = node_add(reader->arena, parent, kind);
	const char *text = kind == NODE_LINK ? cmark_node_get_url(theirs)
					     : cmark_node_get_literal(theirs);
	int line = cmark_node_get_start_line(theirs);

	ours->line = line > 0 ? line + reader->line_offset : parent->line;
	ours->text = arena_text(reader->arena, text);
	if (kind == NODE_HEADING)
		ours->level = cmark_node_get_heading_level(theirs);
	if (kind == NODE_LIST)
		read_list(theirs, ours);
	reader->depth++;
	for (cmark_node *child = cmark_node_first_child(theirs);
		child != NULL && reader->depth < DEPTH_LIMIT;
		child = cmark_node_next(child))
		read_node(reader, child, ours);
	reader->depth--;
	if (kind == NODE_ROW) {
		ours->is_header =
			cmark_gfm_extensions_get_table_row_is_header(theirs);
		align_cells(cmark_node_parent(theirs), ours);
	}
}

struct node *
markdown_parse(struct arena *arena, const char *markdown, int first_line)
{
	struct reader reader = { arena, find_table_types(), first_line - 1, 0 };
	struct node top = { .line = first_line };
	cmark_node *document = parse_with_tables(markdown);

	read_node(&reader, document, &top);
	cmark_node_free(document);
	return top.first;
}

struct node *
markdown_parse_note(struct arena *arena, const char *markdown)
{
	struct reader reader = { arena, find_table_types(), 0, 0 };
	struct node top = { 0 };
	cmark_node *document = parse(markdown, false);

	read_node(&reader, document, &top);
	cmark_node_free(document);
	return top.first;
}

/* ------------------------------------------------------------- writing ---- */

struct writer {
	cmark_mem *memory;
	struct table_types types;
	const char *root;
};

static cmark_node *
add_node(const struct writer *writer, cmark_node *parent, cmark_node_type type)
{
	cmark_node *node = cmark_node_new_with_mem(type, writer->memory);

	cmark_node_append_child(parent, node);
	return node;
}

static cmark_node *
add_table_node(
	const struct writer *writer, cmark_node *parent, cmark_node_type type)
{
	cmark_node *node = cmark_node_new_with_mem_and_ext(
		type, writer->memory, cmark_find_syntax_extension("table"));

	cmark_node_append_child(parent, node);
	return node;
}

static void write_children(
	const struct writer *, const struct node *, cmark_node *parent);

static void
set_url(const struct writer *writer, const char *target, cmark_node *node)
{
	struct text url = { 0 };

	link_append(&url, writer->root, target);
	cmark_node_set_url(node, url.bytes);
	text_free(&url);
}

static cmark_node_type
their_kind(enum node_kind kind)
{
	for (size_t i = 0; i < COUNT(kinds); i++)
		if (kinds[i].ours == kind)
			return kinds[i].theirs;
	return CMARK_NODE_TEXT; /* a badge */
}

static void
write_literal(const struct writer *writer, const struct node *node,
	cmark_node *parent)
{
	cmark_node *leaf = add_node(writer, parent, their_kind(node->kind));

	cmark_node_set_literal(leaf, node->text);
}

static void
write_heading(const struct writer *writer, const struct node *node,
	cmark_node *parent)
{
	cmark_node *heading = add_node(writer, parent, CMARK_NODE_HEADING);

	cmark_node_set_heading_level(heading, node->level);
	write_children(writer, node, heading);
}

static void
write_link(const struct writer *writer, const struct node *node,
	cmark_node *parent)
{
	cmark_node *link = add_node(writer, parent, CMARK_NODE_LINK);

	set_url(writer, node->text, link);
	write_children(writer, node, link);
}

static void
write_list(const struct writer *writer, const struct node *node,
	cmark_node *parent)
{
	cmark_node *list = add_node(writer, parent, CMARK_NODE_LIST);

	cmark_node_set_list_type(
		list, node->level > 0 ? CMARK_ORDERED_LIST : CMARK_BULLET_LIST);
	if (node->level > 0)
		cmark_node_set_list_start(list, node->level);
	cmark_node_set_list_tight(list, node->tight);
	write_children(writer, node, list);
}

static void
write_picture(const struct writer *writer, const struct node *node,
	cmark_node *parent)
{
	cmark_node *paragraph = add_node(writer, parent, CMARK_NODE_PARAGRAPH);
	cmark_node *image = add_node(writer, paragraph, CMARK_NODE_IMAGE);
	struct text target = { 0 };

	text_format(&target, "%s/%s.svg",
		node->kind == NODE_CHART ? "charts" : "diagrams", node->text);
	set_url(writer, target.bytes, image);
	text_free(&target);
	cmark_node_set_literal(
		add_node(writer, image, CMARK_NODE_TEXT), node->title);
}

static void
write_table(const struct writer *writer, const struct node *node,
	cmark_node *parent)
{
	cmark_node *table = add_table_node(writer, parent, writer->types.table);
	uint8_t alignments[UINT8_MAX] = { 0 };
	uint16_t columns = 0;

	for (const struct node *cell = node->first->first;
		cell != NULL && columns < COUNT(alignments); cell = cell->next)
		alignments[columns++] = (uint8_t)cell->alignment;
	cmark_gfm_extensions_set_table_columns(table, columns);
	cmark_gfm_extensions_set_table_alignments(table, columns, alignments);
	write_children(writer, node, table);
}

static void
write_row(const struct writer *writer, const struct node *node,
	cmark_node *parent)
{
	cmark_node *row = add_table_node(writer, parent, writer->types.row);

	cmark_gfm_extensions_set_table_row_is_header(row, node->is_header);
	write_children(writer, node, row);
}

static void
write_cell(const struct writer *writer, const struct node *node,
	cmark_node *parent)
{
	write_children(writer, node,
		add_table_node(writer, parent, writer->types.cell));
}

/* Kinds that say more than their children. */
static void (*const writers[])(
	const struct writer *, const struct node *, cmark_node *parent) = {
	[NODE_HEADING] = write_heading,
	[NODE_LIST] = write_list,
	[NODE_CODE_BLOCK] = write_literal,
	[NODE_TABLE] = write_table,
	[NODE_ROW] = write_row,
	[NODE_CELL] = write_cell,
	[NODE_HTML_BLOCK] = write_literal,
	[NODE_PICTURE] = write_picture,
	[NODE_CHART] = write_picture,
	[NODE_PART] = write_children,
	[NODE_TEXT] = write_literal,
	[NODE_CODE] = write_literal,
	[NODE_BADGE] = write_literal,
	[NODE_LINK] = write_link,
	[NODE_HTML] = write_literal,
	[NODE_SECTION] = NULL,
};

static void
write_node(const struct writer *writer, const struct node *node,
	cmark_node *parent)
{
	if (writers[node->kind] != NULL) {
		writers[node->kind](writer, node, parent);
		return;
	}
	write_children(
		writer, node, add_node(writer, parent, their_kind(node->kind)));
}

static void
write_children(const struct writer *writer, const struct node *node,
	cmark_node *parent)
{
	for (const struct node *child = node->first; child != NULL;
		child = child->next)
		write_node(writer, child, parent);
}

void
markdown_write(const struct node *document, const char *root, struct text *out)
{
	struct writer writer = { cmark_get_arena_mem_allocator(),
		find_table_types(), root };
	cmark_node *top =
		cmark_node_new_with_mem(CMARK_NODE_DOCUMENT, writer.memory);
	char *text;

	write_children(&writer, document, top);
	cmark_consolidate_text_nodes(top);
	text = cmark_render_commonmark_with_mem(
		top, CMARK_OPT_DEFAULT, 0, writer.memory);
	text_append(out, text);
	cmark_arena_reset();
}
