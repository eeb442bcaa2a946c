/* extent.c -- how long a table of a page may become. */
#include "extent.h"

#include <string.h>

enum { MOST_ROWS = 1000 };

static bool
is_anchored(const struct node *node)
{
	if (node->kind == NODE_HTML && strncmp(node->text, "<a id=", 6) == 0)
		return true;
	for (const struct node *child = node->first; child != NULL;
		child = child->next)
		if (is_anchored(child))
			return true;
	return false;
}

bool
extent_takes(struct extent *extent, const struct node *row)
{
	if (row->is_header)
		return true;
	extent->all++;
	if (extent->shown >= MOST_ROWS && !is_anchored(row))
		return false;
	extent->shown++;
	return true;
}

void
extent_tell(
	struct arena *arena, const struct extent *extent, struct node *parent)
{
	struct node *line;
	struct node *link;

	if (extent->all == extent->shown)
		return;
	line = node_add(arena, parent, NODE_PARAGRAPH);
	node_add(arena, line, NODE_TEXT)->text =
		arena_format(arena, "The first %d of %d rows. All are in ",
			extent->shown, extent->all);
	link = node_add(arena, line, NODE_LINK);
	link->text = "topology.db.gz";
	node_add(arena, link, NODE_TEXT)->text = "topology.db";
	node_add(arena, line, NODE_TEXT)->text =
		"; those of lists stand as CSV beside their pages too.";
}
