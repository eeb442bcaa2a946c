/* fuzz_replay.c -- any packet at a replayed agent: an answer that fits, or
 * silence; and any text as a recording.
 *
 * The first octet chooses which of the two is fed. */
#include <stdlib.h>
#include <string.h>

#include "replay.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static const char sample[] = "1.3.6.1.2.1.1.5.0|4|r1\n"
			     "1.3.6.1.2.1.2.2.1.1.1|2|1\n"
			     "1.3.6.1.2.1.2.2.1.2.1|4|eth0\n";

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
	struct octets text = { (const uint8_t *)sample, sizeof(sample) - 1 };
	struct octets packet = { bytes, length };
	uint8_t response[REPLAY_RESPONSE_LIMIT];
	struct recording *recording;
	struct replay_addresses *addresses = replay_addresses_create();

	if (length > 0 && bytes[0] == '1')
		text = packet;
	recording = recording_from_text("r1", text);
	replay_addresses_add_own(addresses, recording);
	replay_addresses_settle(addresses);
	if (replay_answer(recording, "public", packet, response) >
		sizeof(response))
		abort();
	replay_addresses_free(addresses);
	recording_free(recording);
	return 0;
}
