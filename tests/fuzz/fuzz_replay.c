/* fuzz_replay.c -- any packet at a replayed agent: an answer that fits, or
 * silence; and any text as a recording.
 *
 * The first octet chooses which of the two is fed. One user needs no key, so
 * that SNMPv3 is read to its end. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "credentials.h"
#include "replay.h"
#include "replay_access.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static const char sample[] = "1.3.6.1.2.1.1.5.0|4|r1\n"
			     "1.3.6.1.2.1.2.2.1.1.1|2|1\n"
			     "1.3.6.1.2.1.2.2.1.2.1|4|eth0\n"
			     "1.3.6.1.6.3.10.2.1.1.0|4x|8000000001\n";

static const char opened_by[] =
	"credentials:\n"
	"  - { label: a, version: v2c, community: public }\n"
	"  - { label: b, version: v3, user: u }\n"
	"  - { label: c, version: v3, user: s, auth: SHA-256,\n"
	"      auth_password: signs-all-of-it, privacy: AES,\n"
	"      privacy_password: hides-all-of-it }\n";

static const struct replay_access *
access_by_all(void)
{
	static struct replay_access *access;
	char path[] = "/tmp/fuzz-replay-XXXXXX";
	const ssize_t length = sizeof(opened_by) - 1;
	int file;

	if (access != NULL)
		return access;
	file = mkstemp(path);
	if (file < 0 || write(file, opened_by, (size_t)length) != length)
		abort();
	close(file);
	access = replay_access_create(credentials_read(path));
	unlink(path);
	return access;
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
	static uint8_t response[REPLAY_RESPONSE_LIMIT];
	struct ber_writer writer = { response, 0, sizeof(response), false };
	struct octets text = { (const uint8_t *)sample, sizeof(sample) - 1 };
	struct octets packet = { bytes, length };
	struct recording *recording;
	struct replay_addresses *addresses = replay_addresses_create();

	if (length > 0 && bytes[0] == '1')
		text = packet;
	recording = recording_from_text("r1", text);
	replay_addresses_add_own(addresses, recording);
	replay_addresses_settle(addresses);
	if (replay_access_answer(access_by_all(), recording, packet, &writer) >
		sizeof(response))
		abort();
	replay_addresses_free(addresses);
	recording_free(recording);
	return 0;
}
