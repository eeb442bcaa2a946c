/* drawio_parts.h -- private to drawio*.c. */
#ifndef RENDER_DRAWIO_PARTS_H
#define RENDER_DRAWIO_PARTS_H

#include <stdbool.h>

struct plan;
struct plan_edge;
struct plan_item;
struct xml;

/* Text inside of another cell; its value, style and place follow. */
void drawio_open_text(struct xml *, const char *parent, const char *name);
/* How much of a node's side its ports take. */
double drawio_port_room(
	const struct plan *, const struct plan_item *node, bool left);
void drawio_write_edge(struct xml *, const struct plan_edge *);

#endif
