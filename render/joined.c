/* joined.c -- pages that stand together on one page, for printing. */
#include "joined.h"

#include <stdlib.h>
#include <string.h>

enum { LOWEST_LEVEL = 6 };

struct joined {
	struct sheet *sheets;
	size_t count, capacity;
};

struct joined *
joined_create(void)
{
	return memory_zeroed(sizeof(struct joined));
}

void
joined_free(struct joined *joined)
{
	if (joined == NULL)
		return;
	for (size_t i = 0; i < joined->count; i++)
		sheet_close(&joined->sheets[i]);
	free(joined->sheets);
	free(joined);
}

void
joined_add(struct joined *joined, const struct sheet *sheet)
{
	joined->sheets = memory_grown(joined->sheets, joined->count,
		&joined->capacity, sizeof(joined->sheets[0]));
	joined->sheets[joined->count++] = *sheet;
}

int
joined_list(const struct joined *joined, struct database *database)
{
	struct query *query = query_prepare(database,
		"INSERT INTO printed (ordinal, path, title) VALUES (?, ?, ?)");
	int result = query != NULL
		? database_run(database, "DELETE FROM printed")
		: -1;

	for (size_t i = 0; i < joined->count && result == 0; i++) {
		const struct value values[] = {
			integer_value((int64_t)i + 1),
			text_value(joined->sheets[i].path.bytes),
			text_value(joined->sheets[i].title.bytes),
		};

		result = query_run(query, values, COUNT(values));
	}
	query_free(query);
	return result;
}

/* ------------------------------------------------------ ids and links -- */

struct joiner {
	const struct joined *joined;
	struct arena *arena;
	const char *path; /* of the part; NULL: the page around all of them */
	bool has_begun; /* its first heading has been seen */
};

/* "devices/hq-core1.md#ports" to "#devices/hq-core1:ports" */
static bool
has_part(const struct joiner *joiner, const char *path, size_t length)
{
	for (size_t i = 0; i < joiner->joined->count; i++) {
		const struct text *known = &joiner->joined->sheets[i].path;

		if (known->bytes != NULL && known->length == length &&
			memcmp(known->bytes, path, length) == 0)
			return true;
	}
	return false;
}

static void
turn_link(const struct joiner *joiner, struct node *link)
{
	static const char ending[] = ".md";
	size_t length = strcspn(link->text, "#");
	const char *fragment =
		link->text + length + (link->text[length] == '#');

	if (length == 0 && joiner->path != NULL) {
		link->text = arena_format(
			joiner->arena, "#%s:%s", joiner->path, fragment);
		return;
	}
	if (length < strlen(ending) ||
		strncmp(link->text + length - strlen(ending), ending,
			strlen(ending)) != 0)
		return;
	length -= strlen(ending);
	if (has_part(joiner, link->text, length))
		link->text = arena_format(joiner->arena, "#%.*s:%s",
			(int)length, link->text, fragment);
}

/* Both formats show an anchor; Markdown has no other id. */
static void
add_anchor(struct joiner *joiner, struct node *heading)
{
	struct node *anchor = node_add(joiner->arena, NULL, NODE_HTML);

	anchor->text = arena_format(joiner->arena, "<a id=\"%s:%s\"></a>",
		joiner->path, joiner->has_begun ? heading->id : "");
	joiner->has_begun = true;
	anchor->next = heading->first;
	heading->first = anchor;
	heading->id = NULL;
	if (heading->level < LOWEST_LEVEL)
		heading->level++;
}

static void
turn_anchor(const struct joiner *joiner, struct node *html)
{
	static const char opening[] = "<a id=\"";

	if (strncmp(html->text, opening, strlen(opening)) == 0)
		html->text = arena_format(joiner->arena, "%s%s:%s", opening,
			joiner->path, html->text + strlen(opening));
}

static void
turn(struct joiner *joiner, struct node *parent)
{
	for (struct node *node = parent->first; node != NULL;
		node = node->next) {
		if (node->kind == NODE_LINK)
			turn_link(joiner, node);
		if (node->kind == NODE_HTML && joiner->path != NULL)
			turn_anchor(joiner, node);
		turn(joiner, node);
		if (node->kind == NODE_HEADING && joiner->path != NULL)
			add_anchor(joiner, node);
	}
}

/* ----------------------------------------------------------- pictures -- */

struct seen_picture {
	struct seen_picture *next;
	const char *name;
};

/* Its ids may stand once on a page. */
static void
drop_repeated(
	struct arena *arena, struct node *parent, struct seen_picture **seen)
{
	for (struct node *node = parent->first; node != NULL;
		node = node->next) {
		struct seen_picture *picture = *seen;

		drop_repeated(arena, node, seen);
		if (node->kind != NODE_PICTURE)
			continue;
		while (picture != NULL &&
			strcmp(picture->name, node->text) != 0)
			picture = picture->next;
		if (picture != NULL) {
			node->kind = NODE_PARAGRAPH;
			node_add(arena, node, NODE_TEXT)->text = arena_format(
				arena, "The picture %s stands above.",
				node->text);
			continue;
		}
		picture = arena_allocate(arena, sizeof(*picture));
		*picture = (struct seen_picture){ *seen, node->text };
		*seen = picture;
	}
}

void
joined_append(struct joined *joined, struct arena *arena, struct node *document)
{
	struct joiner whole = { .joined = joined, .arena = arena };
	struct seen_picture *seen = NULL;

	turn(&whole, document);
	for (size_t i = 0; i < joined->count; i++) {
		struct joiner joiner = { joined, arena,
			joined->sheets[i].path.bytes, false };
		struct node *part = node_add(arena, document, NODE_PART);

		part->first = joined->sheets[i].document->first;
		part->last = joined->sheets[i].document->last;
		turn(&joiner, part);
	}
	drop_repeated(arena, document, &seen);
}
