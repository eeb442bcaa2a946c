/* figures.h -- what the log says of a state, in a line. */
#ifndef SERVER_FIGURES_H
#define SERVER_FIGURES_H

#include <stdbool.h>

#include "archive.h"
#include "steps.h"

struct state_facts {
	char id[SNAPSHOT_ID_SIZE];
	bool is_complete; /* the crawl was not cut short */
	bool is_probed;
};

/* -1 after logging: it is no state. */
int state_read(struct state_facts *, const char *path);
/* Where the figures are found. */
struct figures_order {
	const char *state; /* path */
	const char *site; /* path */
	const char *output; /* of the program */
};

/* "24 devices, 19 of them answered"; of some steps there is nothing to say. */
void figures_tell(enum step, const struct figures_order *, struct text *);

#endif
