/* monitor_job.h -- figures of the archive, for /metrics. */
#ifndef SERVER_MONITOR_JOB_H
#define SERVER_MONITOR_JOB_H

#include "jobs.h"

/* "monitor": what the archive has to say of itself. */
job_function job_monitor;

#endif
