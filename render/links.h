/* links.h -- where a link of a page leads.
 *
 * Templates link to "devices/hq-core1.md": the Markdown page, seen from the
 * site's folder. The root ("", "../", ...) leads from a page to that folder,
 * so the site works in any place, from disk too. */
#ifndef RENDER_LINKS_H
#define RENDER_LINKS_H

#include "memory.h"

/* For the Markdown page: the target as it is, behind the root. */
void link_append(struct text *out, const char *root, const char *target);
/* For the HTML page: ".md" becomes ".html". */
void link_append_html(struct text *out, const char *root, const char *target);

/* "devices/hq-core1" -> "../" */
void link_root(struct text *out, const char *path);

#endif
