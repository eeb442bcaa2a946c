/* recording_write.h -- a variable as a line of a recording. */
#ifndef DISCOVER_RECORDING_WRITE_H
#define DISCOVER_RECORDING_WRITE_H

#include "memory.h"
#include "snmp.h"

/* Appends "OID|type|value" and a newline. Octets are written as they are when
 * they are printable ASCII, else in hex. -1, and nothing is appended, when the
 * type has no form in a recording. */
int recording_write(
	struct text *, struct snmp_name name, const struct mib_value *);

#endif
