/* replay_faults.h -- how a replayed agent misbehaves, for tests.
 *
 * Real agents lose packets, are slow, answer too little or too much, stumble
 * over an object, go round in circles, or send from another port. */
#ifndef DISCOVER_REPLAY_FAULTS_H
#define DISCOVER_REPLAY_FAULTS_H

#include "credentials.h"
#include "recording.h"

/* Error statuses of RFC 3416. */
enum {
	FAULT_NO_ERROR = 0,
	FAULT_TOO_BIG = 1,
	FAULT_NO_SUCH_NAME = 2,
	FAULT_GEN_ERR = 5
};

/* For --help. */
#define REPLAY_FAULTS_HELP \
	"Faults: loss=PERCENT, slow-varbind=MICROSECONDS,\n" \
	"silent-after=ANSWERS, restart-after=ANSWERS, short\n" \
	"(GETBULK gives one value), too-big=VALUES (more are refused),\n" \
	"gen-err=OID (whatever is below it),\n" \
	"early-end=OID (walks end there), no-such-name (as SNMPv1 says it),\n" \
	"loop=OID (behind it comes itself), non-increasing=OID (behind it\n" \
	"comes the one before it), wrong-source (another port answers),\n" \
	"no-v3 (SNMPv3 is not answered), no-community (v2c is not),\n" \
	"silent-in=CONTEXT."

/* A place of length 0: nowhere. Numbers of 0: not at all. */
struct fault_place {
	uint8_t oid[OID_OCTETS];
	size_t length;
};

struct replay_faults {
	int64_t loss; /* percent of the answers */
	int64_t varbind_us; /* each takes so long, one after the other */
	int64_t last_answer; /* silent when it was given */
	int64_t most_varbinds; /* tooBig beyond */
	int64_t last_before_restart; /* answer; then its clock begins again */
	bool is_short; /* GETBULK is answered by one varbind */
	bool has_wrong_source; /* answers leave from another port */
	struct fault_place loop; /* the variable behind it is itself */
	struct fault_place step_back; /* ... is the one before it */
	struct fault_place gen_err; /* all below it is an error */
	struct fault_place
		early_end; /* walks end before it, though more follows */
	bool says_no_such_name; /* in place of an exception, as SNMPv1 did */
	bool lacks_v3, lacks_communities; /* it never heard of them */
	const char *silent_in; /* a context; NULL: none */
	uint64_t chance; /* state of the dice */
	int64_t answers; /* given so far */
	int64_t busy_until_ns;
	int64_t restarted_at; /* seconds; 0: not yet */
};

/* "NAME" or "NAME=VALUE"; -1 after logging. */
int replay_faults_add(struct replay_faults *, const char *fault);
/* The dice fall alike whenever seed and name of the device are. */
void replay_faults_roll(struct replay_faults *, int64_t seed, const char *name);

/* All these take a recording without faults, too. */

/* Where a walk that should come to `position` comes to. */
size_t replay_faults_step(const struct recording *, size_t position);
/* What SNMPv3 is told: seconds since the host was started, or the agent. */
struct agent_clock {
	uint32_t boots, time;
};
struct agent_clock replay_faults_clock(const struct recording *);
/* May cut the varbinds. The error status to answer by; *index from 1. */
int replay_faults_spoil(const struct recording *, bool is_bulk,
	struct ber_writer *varbinds, size_t *index);
/* To be asked once for each answer: is it sent, and does it arrive? */
bool replay_faults_let_pass(const struct recording *);
/* When the agent is done with it. */
int64_t replay_faults_done_ns(
	const struct recording *, struct octets response, int64_t now_ns);
bool replay_faults_has_wrong_source(const struct recording *);
/* Has it never heard of SNMPv3, or of what was before it? */
bool replay_faults_lacks(const struct recording *, enum snmp_version);
bool replay_faults_are_silent_in(
	const struct recording *, struct octets context);

#endif
