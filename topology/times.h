/* times.h -- dates and times as people write them, always UTC; and a clock. */
#ifndef TOPOLOGY_TIMES_H
#define TOPOLOGY_TIMES_H

#include <stdint.h>

/* "2026-09-17" -> seconds since 1970 of its first moment; -1 for any other
 * form and for days that no calendar has. */
int date_parse(const char *text, int64_t *seconds);

/* Also "2026-09-17T08:15:00Z", "20260917T081500Z" and plain seconds. */
int time_parse(const char *text, int64_t *seconds);

/* Milliseconds of a clock that never goes back. */
int64_t clock_ms(void);

#endif
