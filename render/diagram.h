/* diagram.h -- one file of templates/diagrams/: pictures as SQL and markup.
 *
 *   picture: site-:slug          name of the file; :slug is a column of `each`
 *   heading: Devices and links    name and place of the kind in lists
 *   order: 10
 *   together: 50                so many may be drawn by one process (1)
 *   each: |                      one picture a row; none: no picture
 *     SELECT slug, name AS title, 'sites/' || slug AS page
 *     FROM site ORDER BY slug
 *   parts:
 *   - add: node                  graph, all nodes, all edges, cluster, node,
 *     label: card                edge; the label is parts/card.label
 *     rows: |                    one node a row
 *       SELECT slug AS node, site AS cluster, name, ... WHERE site = :slug
 *
 * Columns of `each` that lists of pictures show: title; page, the one that
 * shows it; base, the picture that this one is another view of; formats, words
 * for what is written beside SVG and DOT (graph_write.h).
 *
 * Columns named like an attribute of Graphviz set it; the others are there for
 * the label. Columns that say what a row is: node; cluster (of a cluster or of
 * the node in it); tail and head (of an edge). Of two columns with one name the
 * last counts. :picture is the picture's name.
 *
 * A label is a mustache text of Graphviz' HTML-like markup, with front matter
 * for its queries:
 *
 *   ---
 *   queries:
 *     ports: |
 *       SELECT name FROM port WHERE device = :id
 *   ---
 *   <TABLE>{{#ports}}<TR><TD>{{name}}</TD></TR>{{/ports}}</TABLE>  */
#ifndef RENDER_DIAGRAM_H
#define RENDER_DIAGRAM_H

#include "database.h"

struct diagram;
struct drawing_room;
struct template_folders;

/* Reads the file and tries all its queries and names. NULL after logging. */
struct diagram *diagram_load(
	struct database *, const struct template_folders *, const char *path);
void diagram_free(struct diagram *);

/* Starts each of its pictures. -1 after logging. */
int diagram_draw(struct diagram *, struct drawing_room *);

#endif
