/* replay_pdu.h -- what a recorded agent answers to one PDU. */
#ifndef DISCOVER_REPLAY_PDU_H
#define DISCOVER_REPLAY_PDU_H

#include "recording.h"

/* Writes the Response, with at most `limit` octets of varbinds; -1 when the
 * agent stays silent, as there is no sense in the PDU. */
int replay_pdu_answer(const struct recording *, struct octets pdu, size_t limit,
	struct ber_writer *response);

/* Of a PDU and a message without names, at most: the octets around varbinds. */
enum { REPLAY_ENVELOPE = 40 };

#endif
