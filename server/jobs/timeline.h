/* timeline.h -- what the archive tells of itself: all of it, one snapshot. */
#ifndef SERVER_TIMELINE_H
#define SERVER_TIMELINE_H

#include "jobs.h"

/* "timeline" */
job_function job_timeline;
/* "snapshot ID": what happened to it; the server asks for those alone that are
 * in the log. */
job_function job_snapshot;

#endif
