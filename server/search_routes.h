/* search_routes.h -- objects of all states, found: a page and an answer for
 * programs.
 *
 *   /search?q=WORDS               a page with the first answers of each type
 *   &type=TYPE&offset=N           those of one type, from the Nth on
 *   /api/v1/search?q=WORDS        the same for programs
 *   &type=TYPE&limit=N&offset=N   at most 50 of each type
 *
 * What WORDS may be: search_words.h. */
#ifndef SERVER_SEARCH_ROUTES_H
#define SERVER_SEARCH_ROUTES_H

#include "service.h"

route_function show_search;
route_function answer_api_search;

#endif
