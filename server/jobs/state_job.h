/* state_job.h -- the topology.db of a snapshot, for who takes it as it is. */
#ifndef SERVER_STATE_JOB_H
#define SERVER_STATE_JOB_H

#include "jobs.h"

/* "state ID" */
job_function job_state;

#endif
