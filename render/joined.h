/* joined.h -- pages that stand together on one page, for printing.
 *
 * Each becomes a part of the page that joins them (page.h). A link between two
 * of them becomes a fragment "#PATH:ID": no slug has a colon, so no id of one
 * part is that of another. All other links stay what they are. */
#ifndef RENDER_JOINED_H
#define RENDER_JOINED_H

#include "database.h"
#include "document.h"
#include "sheet.h"

struct joined;

struct joined *joined_create(void);
void joined_free(struct joined *);

/* The filled sheet belongs to the joined ones from now on. */
void joined_add(struct joined *, const struct sheet *);
/* Fills TEMP table printed (pages.h); -1 after logging. */
int joined_list(const struct joined *, struct database *);
/* Appends all of them, and turns the links of the whole. */
void joined_append(struct joined *, struct arena *, struct node *document);

#endif
