/* recording.h -- the variables of one device, ready to be sent.
 *
 * A recording is a text file NAME.snmprec with one line a variable:
 * OID|type|value, where type is the ASN.1 tag as a decimal number, with an "x"
 * behind it when the value is in hex. The variables are kept sorted and as
 * encoded varbinds, so that an answer is a search and a copy. */
#ifndef DISCOVER_RECORDING_H
#define DISCOVER_RECORDING_H

#include <stdbool.h>

#include "ber.h"

#define RECORDING_SUFFIX ".snmprec"

struct replay_faults;

/* A value that grows as time passes. */
struct growth {
	uint32_t offset; /* of its varbind */
	int64_t per_second;
};

/* The time of replayed agents: hundredths of a second since the beginning. */
struct replay_clock {
	int64_t ticks;
};

/* What a copy says in the place of its original. */
struct recording_change {
	size_t position;
	uint8_t *varbind;
	size_t length;
};

struct recording {
	char *name; /* of the file, without folder and suffix */
	uint8_t *bytes; /* varbinds, in the order of the file */
	uint32_t *offsets; /* where each begins, sorted by OID */
	size_t count;
	const struct recording *original; /* of a copy: it owns the above */
	struct recording_change *changes; /* sorted by position */
	size_t change_count, change_capacity;
	size_t odd_lines; /* left out: no variable could be made of them */
	size_t first_odd_line;
	struct replay_faults *faults; /* of the agent it stands for, or NULL */
	struct growth *growths; /* in the order of the file */
	size_t growth_count;
	const struct replay_clock *clock; /* NULL: nothing grows */
	/* NAME@CONTEXT.snmprec: what the agent says in that SNMP context. */
	struct recording *contexts, *next_context;
};

/* NULL after logging; free with recording_free. */
struct recording *recording_read(const char *path);
struct recording *recording_from_text(const char *name, struct octets text);
void recording_free(struct recording *);

/* Takes one over when its name is that of the agent, "@" and a context. */
bool recording_adopt(struct recording *, struct recording *context);
/* Itself for the empty context; NULL when there is none of that name. */
const struct recording *recording_in_context(
	const struct recording *, struct octets context);

/* A whole varbind, and the OID in it. */
struct octets recording_varbind(const struct recording *, size_t position);
struct octets recording_oid(const struct recording *, size_t position);

enum { ENGINE_ID_LIMIT = 32 };

/* snmpEngineID, or one made of the name; may be held in `bytes`. */
struct octets recording_engine_id(
	const struct recording *, uint8_t bytes[ENGINE_ID_LIMIT]);

/* The varbind as it is at the time of the clock. */
void recording_write_varbind(
	const struct recording *, size_t position, struct ber_writer *);

/* The first variable whose OID is `oid` or greater, or greater only; `count`
 * when there is none. */
size_t recording_find(const struct recording *, struct octets oid);
size_t recording_after(const struct recording *, struct octets oid);

#endif
