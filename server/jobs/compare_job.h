/* compare_job.h -- two snapshots compared: the work of it. */
#ifndef SERVER_COMPARE_JOB_H
#define SERVER_COMPARE_JOB_H

#include <stdio.h>

#include "jobs.h"

/* "compare ID ID": the site that render/comparison_site.h makes, as parts.h
 * has it. */
int job_compare(const struct job_place *, const char *rest, FILE *answer);
/* "choose ID" or "choose": the page to choose two snapshots, one of them
 * chosen already. */
int job_choose(const struct job_place *, const char *rest, FILE *answer);

#endif
