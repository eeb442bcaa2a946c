/* timeline.h -- what the archive tells of itself: all of it, one snapshot. */
#ifndef SERVER_TIMELINE_H
#define SERVER_TIMELINE_H

#include <stdio.h>

#include "jobs.h"

/* "timeline" */
int job_timeline(const struct job_place *, const char *rest, FILE *answer);
/* "snapshot ID": what happened to it; the server asks for those alone that are
 * in the log. */
int job_snapshot(const struct job_place *, const char *id, FILE *answer);
/* Neither needs what was observed. */
void prepare_no_state(const struct job_place *, const char *rest);

#endif
