/* quantities.h -- numbers as people write them: "99.95", "1G". */
#ifndef TOPOLOGY_QUANTITIES_H
#define TOPOLOGY_QUANTITIES_H

#include <stdint.h>

/* Digits with a sign and a fraction at most: no exponent, no "nan", no "0x".
 * -1 for anything else. */
int number_parse(const char *text, double *number);

/* Bits per second: a number, with k, M, G or T behind it. */
int rate_parse(const char *text, int64_t *bits);

#endif
