/* compare.h -- two snapshots compared, as the server shows it.
 *
 *   /diff?a=NAME&b=NAME   leads to the comparison of two; without two names
 *                         there is a page to choose them
 *   /diff/A..B/PART       leads to /diff/ID..ID/PART, the earlier one first
 *   /diff/ID..ID/PART     a part of the site that render/comparison_site.h
 *                         makes; old/ and new/ lead to the states' own sites
 *
 * A worker makes the whole site once; it is kept in memory and its parts are
 * sent from there. */
#ifndef SERVER_COMPARE_H
#define SERVER_COMPARE_H

#include "service.h"

route_function choose_comparison;
route_function show_comparison;

#endif
