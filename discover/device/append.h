/* append.h -- rows of a device's lists keep the order in which they came. */
#ifndef DISCOVER_APPEND_H
#define DISCOVER_APPEND_H

/* `last` is where the next row goes; it moves on. */
#define APPEND(last, row) \
	do { \
		*(last) = (row); \
		(last) = &(row)->next; \
	} while (0)

#endif
