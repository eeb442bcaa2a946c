/* place.h -- where things stand after a layout.
 *
 * Units: points (1/72 inch); y grows downwards, from the picture's upper left
 *        corner. */
#ifndef RENDER_PLACE_H
#define RENDER_PLACE_H

#include <stddef.h>

struct point {
	double x, y;
};

struct box {
	double x, y; /* its upper left corner */
	double width, height;
};

/* A curve: a point on it, then two control points and one on it, and so on. */
struct curve {
	struct point *points;
	size_t count;
};

#endif
