/* search_job.h -- objects of all states, found: the work of it. */
#ifndef SERVER_SEARCH_JOB_H
#define SERVER_SEARCH_JOB_H

#include "jobs.h"

/* "search page|json STAMP TYPE LIMIT OFFSET WORDS"; TYPE is "-" for all, the
 * stamp another one for each search.db. What WORDS may be: search_words.h. */
job_function job_search;

#endif
