/* diagram_inline.c -- a picture's SVG as a part of a page.
 *
 * Graphviz escapes each quote that comes from a value, so `xlink:href="../`
 * can only be one of our own links. */
#include "diagrams.h"

#include <string.h>

#include "plain.h"

static const char link_start[] = "xlink:href=\"../";

static void
append_links(struct text *out, const char *svg, const char *root)
{
	const size_t kept = strlen(link_start) - strlen("../");
	const char *link;

	while ((link = strstr(svg, link_start)) != NULL) {
		text_append_bytes(out, svg, (size_t)(link - svg) + kept);
		text_append(out, root);
		svg = link + strlen(link_start);
	}
	text_append(out, svg);
}

void
diagram_inline(
	struct text *out, const char *svg, const char *root, const char *label)
{
	const char *element = strstr(svg, "<svg");

	if (element == NULL)
		return;
	text_append(out, "<svg role=\"group\" aria-label=\"");
	escape_markup(out, label);
	text_append(out, "\"");
	append_links(out, element + strlen("<svg"), root);
}
