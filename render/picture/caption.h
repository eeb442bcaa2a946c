/* caption.h -- what a label's markup says, for formats that have none.
 *
 * Text:    plain, in reading order, a line for each row of a table; the cells
 *          of a row are parted by two blanks.
 * Unknown: NULL; colours are as in the markup. */
#ifndef RENDER_CAPTION_H
#define RENDER_CAPTION_H

#include <stdbool.h>

#include "memory.h"

/* A cell that edges may end at: its text belongs to them. */
struct caption_port {
	struct caption_port *next;
	const char *name;
	const char *text;
	bool is_joined; /* for the reader: by an edge */
};

struct caption {
	const char *text; /* all lines, without those of ports */
	size_t head; /* octets of the text that stand in the first row */
	struct caption_port *ports;
	const char *stroke; /* of the outermost table */
	const char *fill;
	const char *head_fill; /* of the first cell that has a colour */
	const char *ink; /* of the first text */
};

/* Never NULL; broken markup gives what stood before the fault. */
struct caption *caption_read(struct arena *, const char *markup);
/* NULL: there is no such port. */
struct caption_port *caption_port(const struct caption *, const char *name);

#endif
