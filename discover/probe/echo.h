/* echo.h -- echo requests to an address: how many come back, and how soon. */
#ifndef DISCOVER_ECHO_H
#define DISCOVER_ECHO_H

#include "question.h"

ask echo_ask;

/* Of round trips in the order in which they were begun; -1 was lost. */
void echo_measure(
	const int64_t *round_trips_us, int count, struct echo_figures *);

#endif
