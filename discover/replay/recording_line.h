/* recording_line.h -- one line of a recording, "OID|type|value". */
#ifndef DISCOVER_RECORDING_LINE_H
#define DISCOVER_RECORDING_LINE_H

#include "ber.h"

enum { VALUE_LIMIT = 60000, VARBIND_LIMIT = VALUE_LIMIT + OID_OCTETS + 32 };

/* Writes the line's varbind, and how fast the value grows, mostly 0; -1 when
 * none can be made of it. */
int recording_line_encode(
	struct octets line, struct ber_writer *, int64_t *per_second);

/* Cuts `rest` at the first separator; false when there is none, and then all
 * of it is the part. */
bool octets_cut(struct octets *rest, uint8_t separator, struct octets *part);

#endif
