/* zones.h -- the names of a described network, in one of its phases.
 *
 * Names are absolute, in lower case, without their last dot. All of it belongs
 * to the network's arena. */
#ifndef SAMPLES_ZONES_H
#define SAMPLES_ZONES_H

#include <stdbool.h>
#include <stdint.h>

#include "address.h"

/* RFC 1035, 3596, 2782. */
enum record_type {
	RECORD_A = 1,
	RECORD_NS = 2,
	RECORD_SOA = 6,
	RECORD_PTR = 12,
	RECORD_MX = 15,
	RECORD_AAAA = 28,
	RECORD_SRV = 33,
};

struct zone_record {
	const struct zone_record *next;
	const char *name;
	enum record_type type;
	struct ip_address ip; /* of A, AAAA */
	const char *target; /* of all others */
	uint16_t numbers[3]; /* MX: preference; SRV: priority, weight, port */
	int number_count;
};

struct zones {
	const char *forward; /* "marlin.example" */
	const char **origins; /* of it and of its reverse zones; NULL ends */
	const char *server; /* first of all in the SOA records */
	uint32_t serial;
	const struct zone_record *records; /* in no order */
};

/* The longest origin that the name lies in; NULL: it is nobody's here. */
const char *zones_origin(const struct zones *, const char *name);
/* Is there a record of that name, or of one below it? */
bool zones_know(const struct zones *, const char *name);

#endif
