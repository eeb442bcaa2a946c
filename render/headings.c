/* headings.c -- ids by which links lead into a page. */
#include "headings.h"

#include <string.h>

#include "words.h"

/* An id that a heading has taken. */
struct taken_id {
	struct taken_id *next;
	const char *id;
	int times;
};

struct namer {
	struct arena *arena;
	struct taken_id *ids;
};

/* How often this id was asked for before. */
static int
take_id(struct namer *namer, const char *id)
{
	struct taken_id *taken = namer->ids;

	for (; taken != NULL; taken = taken->next)
		if (strcmp(taken->id, id) == 0)
			return taken->times++;
	taken = arena_allocate(namer->arena, sizeof(*taken));
	taken->id = id;
	taken->times = 1;
	taken->next = namer->ids;
	namer->ids = taken;
	return 0;
}

static const char *
find_id(struct namer *namer, const struct node *heading)
{
	struct text title = { 0 };
	char slug[SLUG_SIZE];
	const char *id;
	int before;

	node_text(heading, &title);
	slug_text(title.bytes != NULL ? title.bytes : "", slug);
	text_free(&title);
	id = arena_text(namer->arena, slug);
	before = take_id(namer, id);
	return before > 0 ? arena_format(namer->arena, "%s-%d", id, before + 1)
			  : id;
}

/* What pictures and the template's own HTML are called already. */
static void
take_others(struct namer *namer, const struct node *parent)
{
	static const char attribute[] = "id=\"";

	for (const struct node *node = parent->first; node != NULL;
		node = node->next) {
		const char *id = node->kind == NODE_HTML && node->text != NULL
			? strstr(node->text, attribute)
			: NULL;

		if (id != NULL) {
			id += strlen(attribute);
			take_id(namer,
				arena_format(namer->arena, "%.*s",
					(int)strcspn(id, "\""), id));
		} else if (node->kind == NODE_PICTURE && node->text != NULL) {
			take_id(namer, node->text);
		}
		take_others(namer, node);
	}
}

static void
name_children(struct namer *namer, struct node *parent)
{
	for (struct node *node = parent->first; node != NULL; node = node->next)
		if (node->kind == NODE_HEADING)
			node->id = find_id(namer, node);
		else
			name_children(namer, node);
}

void
headings_name(struct arena *arena, struct node *document)
{
	struct namer namer = { arena, NULL };

	take_others(&namer, document);
	name_children(&namer, document);
}
