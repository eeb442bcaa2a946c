/* envelope.h -- the outside of an SNMP message: whose answer is it?
 *
 * Read before any key is touched, so that a datagram which answers none of our
 * requests costs next to nothing. Everything points into the message. */
#ifndef DISCOVER_ENVELOPE_H
#define DISCOVER_ENVELOPE_H

#include "ber.h"

struct envelope {
	int version; /* as on the wire: 1 is v2c, 3 is v3 */
	uint32_t id; /* of the request in v2c, of the message in v3 */
	struct octets engine_id; /* v3: who answers, ... */
	uint32_t boots, time; /* ... and its clock, not yet authenticated */
};

/* -1 when this is no SNMPv2c or SNMPv3 message. */
int envelope_read(struct octets message, struct envelope *);

#endif
