/* album.h -- the list of all pictures of a site: diagrams/pictures.json.
 *
 * An array of objects in the order of drawing: name, kind (file of
 * templates/diagrams, without its ending), heading and order of the kind,
 * title, page, base, how (of the row that ordered it, or null), formats (the
 * words of what was written besides SVG and DOT, or null),
 * nodes, edges, links (what it leads to: "devices/a", "sites/b"; each once),
 * not_drawn (why, or null), digest (of all that the picture was made of). */
#ifndef RENDER_ALBUM_H
#define RENDER_ALBUM_H

#include <stdbool.h>
#include <stdint.h>

#include "database.h"
#include "graph.h"

struct album;

/* Its name in a folder of pictures. */
extern const char album_file[];

struct album_entry {
	struct graph *graph; /* its name is the picture's */
	const char *template; /* the file that orders it */
	const char *kind;
	const char *heading; /* this and all below may be NULL */
	const char *title;
	const char *page;
	const char *base;
	const char *formats;
	const char *how; /* the network was cut to get it, in words */
	int64_t order;
	int64_t together; /* how many of its likes one process may draw */
	int64_t ordinal; /* among all pictures */
};

/* `before` is the diagrams folder of the site that is replaced, "" for none.
 * NULL after logging. */
struct album *album_open(struct database *, const char *before);
void album_close(struct album *);

/* The place behind all others. */
int64_t album_next(const struct album *);
/* -1 after logging: there is one of this name. */
int album_add(struct album *, const struct album_entry *, const char *digest);
/* Has the site that is replaced the same picture? */
bool album_had(struct album *, const char *name, const char *digest);
void album_not_drawn(struct album *, const char *name, const char *reason);
/* What it was written as, besides SVG and DOT; NULL: as nothing. */
void album_formats(struct album *, const char *name, const char *words);
/* Some format could not be written: the next site is not to take it over. */
void album_lacks(struct album *, const char *name);

/* Adds the pictures of another list, whose places are `first`, `first` + `step`
 * and so on. -1 after logging. */
int album_add_share(struct album *, const char *path, int first, int step);

/* -1 after logging. */
int album_write(struct album *, const char *path);

#endif
