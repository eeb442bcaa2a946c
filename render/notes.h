/* notes.h -- what people write beside the documentation.
 *
 *   NOTES/NAME.md               joins the page NAME, or the page whose path
 * ends in NAME: a device's slug, a site's, a circuit's NOTES/procedures/NAME.md
 * are pages of their own (templates/pages/note.md) NOTES/diary/NAME.md
 *
 * A note is Markdown without tables, at most 64 KB of UTF-8. HTML and pictures
 * in it are left out; a link leads to a page of the site, as templates write
 * it, or to https. TEMP table note (path, title) lists the pages of their own.
 *
 * Workers may share it: which notes were used is known to all of them. */
#ifndef RENDER_NOTES_H
#define RENDER_NOTES_H

#include "database.h"
#include "document.h"

struct notes;

/* Of a folder; NULL: no notes. NULL after logging what cannot be read. */
struct notes *notes_open(const char *folder);
void notes_close(struct notes *);

/* Fills TEMP table note; -1 after logging. */
int notes_list(const struct notes *, struct database *);
/* Appends those of the page at `path`, if any, to its tree. */
void notes_join(struct notes *, struct arena *, const char *path,
	struct node *document);
/* Warns of each that joined no page. */
void notes_tell_unused(const struct notes *);

/* The tree of a note, cleaned; for tests as well. */
struct node *note_parse(struct arena *, const char *markdown);

#endif
