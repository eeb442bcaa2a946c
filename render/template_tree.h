/* template_tree.h -- what template.c and fill.c share: a parsed template. */
#ifndef RENDER_TEMPLATE_TREE_H
#define RENDER_TEMPLATE_TREE_H

#include "document.h"

struct template
{
	const char *file;
	struct node *document;
};

#endif
