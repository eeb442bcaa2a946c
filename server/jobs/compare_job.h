/* compare_job.h -- two snapshots compared: the work of it. */
#ifndef SERVER_COMPARE_JOB_H
#define SERVER_COMPARE_JOB_H

#include "jobs.h"

/* "compare ID ID": the site that render/comparison_site.h makes, as parts.h
 * has it. */
job_function job_compare;
/* "choose ID" or "choose": the page to choose two snapshots, one of them
 * chosen already. */
job_function job_choose;

#endif
