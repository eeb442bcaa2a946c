/* album_links.h -- the pages that a picture leads to; private to album.c. */
#ifndef RENDER_ALBUM_LINKS_H
#define RENDER_ALBUM_LINKS_H

#include "graph.h"

/* Appends a JSON array of them: sorted, each once, without .html. */
void album_links(const struct graph *, struct text *json);

#endif
