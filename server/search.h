/* search.h -- objects of all states, found: a page and an answer for programs.
 *
 *   /search?q=WORDS               a page with the first answers of each type
 *   &type=TYPE&offset=N           those of one type, from the Nth on
 *   /api/v1/search?q=WORDS        the same for programs
 *   &type=TYPE&limit=N&offset=N   at most 50 of each type
 *
 * What WORDS may be: search_words.h. */
#ifndef SERVER_SEARCH_H
#define SERVER_SEARCH_H

#include <stdio.h>

#include "jobs.h"
#include "routes.h"

void show_search(struct service *, const struct pattern_match *,
	const struct http_request *, struct http_answer *);
void answer_api_search(struct service *, const struct pattern_match *,
	const struct http_request *, struct http_answer *);

/* "search page|json STAMP TYPE LIMIT OFFSET WORDS"; TYPE is "-" for all, the
 * stamp another one for each search.db. */
int job_search(const struct job_place *, const char *rest, FILE *answer);

#endif
