/* links.c -- where a link of a page leads. */
#include "links.h"

#include <stdbool.h>
#include <string.h>

static bool
is_inside(const char *target)
{
	return target[0] != '#' && strstr(target, ":") == NULL;
}

void
link_append(struct text *out, const char *root, const char *target)
{
	if (is_inside(target))
		text_append(out, root);
	text_append(out, target);
}

void
link_append_html(struct text *out, const char *root, const char *target)
{
	size_t path = strcspn(target, "#");

	if (!is_inside(target) || path < 3 ||
		strncmp(target + path - 3, ".md", 3) != 0) {
		link_append(out, root, target);
		return;
	}
	text_append(out, root);
	text_append_bytes(out, target, path - 3);
	text_append(out, ".html");
	text_append(out, target + path);
}

void
link_root(struct text *out, const char *path)
{
	for (const char *c = path; (c = strchr(c, '/')) != NULL; c++)
		text_append(out, "../");
}
