/* html.h -- a page's tree as HTML: what stands inside <main>.
 *
 * Headings get ids (permalinks), columns of tables a scope, pictures their SVG
 * in place with links to the files. No style or script attributes, so that a
 * strict Content-Security-Policy holds. */
#ifndef RENDER_HTML_H
#define RENDER_HTML_H

#include "document.h"

/* `root` as in links.h. */
void html_write(
	const struct node *document, const char *root, struct text *out);

#endif
