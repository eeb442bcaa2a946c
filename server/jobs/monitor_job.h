/* monitor_job.h -- figures of the archive, for /metrics. */
#ifndef SERVER_MONITOR_JOB_H
#define SERVER_MONITOR_JOB_H

#include <stdio.h>

#include "jobs.h"

/* "monitor": what the archive has to say of itself. */
int job_monitor(const struct job_place *, const char *rest, FILE *answer);

#endif
