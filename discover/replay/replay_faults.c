/* replay_faults.c -- how a replayed agent misbehaves, for tests. */
#include "replay_faults.h"

#include <string.h>
#include <time.h>

#include "log.h"
#include "memory.h"
#include "options.h"

/* ---- what was asked for ----------------------------------------------- */

static void *
at_offset(struct replay_faults *faults, size_t offset)
{
	return (char *)faults + offset;
}

static int
set_switch(const char *name, const char *value, void *to)
{
	if (value != NULL) {
		log_error("--fault %s takes no value", name);
		return -1;
	}
	*(bool *)to = true;
	return 0;
}

static int
set_number(const char *name, const char *value, void *to)
{
	if (value != NULL)
		return option_number(name, value, 1, to);
	log_error("--fault %s: give a number, %s=N", name, name);
	return -1;
}

static int
set_percent(const char *name, const char *value, void *to)
{
	int64_t *percent = to;

	if (set_number(name, value, percent) != 0)
		return -1;
	if (*percent <= 100)
		return 0;
	log_error("--fault %s: '%s' is above 100", name, value);
	return -1;
}

static int
set_place(const char *name, const char *value, void *to)
{
	struct fault_place *place = to;
	const char *text = value != NULL ? value : "";
	int length = oid_parse(
		(struct octets){ (const uint8_t *)text, strlen(text) },
		place->oid);

	if (length > 0) {
		place->length = (size_t)length;
		return 0;
	}
	log_error(
		"--fault %s: give an OID, %s=1.3.6.1.2.1.2.2.1.5", name, name);
	return -1;
}

static int
set_text(const char *name, const char *value, void *to)
{
	const char **text = to;

	*text = value;
	if (value != NULL)
		return 0;
	log_error("--fault %s: give a name, %s=vlan-10", name, name);
	return -1;
}

#define FIELD(name) offsetof(struct replay_faults, name)

static const struct fault {
	const char *name;
	size_t offset; /* of the field */
	int (*set)(const char *name, const char *value, void *field);
} known_faults[] = {
	{ "loss", FIELD(loss), set_percent },
	{ "slow-varbind", FIELD(varbind_us), set_number },
	{ "silent-after", FIELD(last_answer), set_number },
	{ "restart-after", FIELD(last_before_restart), set_number },
	{ "too-big", FIELD(most_varbinds), set_number },
	{ "short", FIELD(is_short), set_switch },
	{ "wrong-source", FIELD(has_wrong_source), set_switch },
	{ "loop", FIELD(loop), set_place },
	{ "non-increasing", FIELD(step_back), set_place },
	{ "gen-err", FIELD(gen_err), set_place },
	{ "early-end", FIELD(early_end), set_place },
	{ "no-such-name", FIELD(says_no_such_name), set_switch },
	{ "no-v3", FIELD(lacks_v3), set_switch },
	{ "no-community", FIELD(lacks_communities), set_switch },
	{ "silent-in", FIELD(silent_in), set_text },
};

int
replay_faults_add(struct replay_faults *faults, const char *text)
{
	size_t length = strcspn(text, "=");
	const char *value = text[length] == '=' ? text + length + 1 : NULL;

	for (size_t i = 0; i < COUNT(known_faults); i++) {
		const struct fault *fault = &known_faults[i];

		if (strlen(fault->name) == length &&
			memcmp(fault->name, text, length) == 0)
			return fault->set(fault->name, value,
				at_offset(faults, fault->offset));
	}
	log_error("'%.*s' is no fault; see --help", (int)length, text);
	return -1;
}

void
replay_faults_roll(struct replay_faults *faults, int64_t seed, const char *name)
{
	faults->chance = 0xcbf29ce484222325 ^ (uint64_t)seed; /* FNV-1a */
	for (; *name != '\0'; name++)
		faults->chance =
			(faults->chance ^ (uint8_t)*name) * 0x100000001b3;
}

/* ---- while it answers ------------------------------------------------- */

static bool
is_at(const struct recording *recording, const struct fault_place *place,
	size_t position)
{
	const struct octets oid = { place->oid, place->length };

	return place->length > 0 && position < recording->count &&
		position == recording_find(recording, oid);
}

size_t
replay_faults_step(const struct recording *recording, size_t position)
{
	const struct replay_faults *faults = recording->faults;

	if (faults == NULL || position == 0)
		return position;
	if (is_at(recording, &faults->early_end, position))
		return recording->count;
	if (is_at(recording, &faults->loop, position - 1))
		return position - 1;
	if (position > 1 && is_at(recording, &faults->step_back, position - 1))
		return position - 2;
	return position;
}

struct survey {
	size_t varbinds;
	size_t first_length; /* octets of the first one */
	size_t first_below; /* the first one below the place, from 1; or 0 */
	/* noSuchObject and the like: the first one, from 1; or 0. */
	size_t first_exception, before_exception; /* octets before it */
};

static bool
is_exception(struct octets varbind)
{
	struct octets oid;

	return ber_take_oid(&varbind, &oid) == 0 && varbind.length > 0 &&
		varbind.bytes[0] >= 0x80 && varbind.bytes[0] <= 0x82;
}

static bool
is_below(const struct fault_place *place, struct octets varbind)
{
	const struct octets prefix = { place->oid, place->length };
	struct octets oid;

	return place->length > 0 && ber_take_oid(&varbind, &oid) == 0 &&
		oid_begins_with(oid, prefix);
}

static struct survey
survey(struct octets varbinds, const struct fault_place *place)
{
	const uint8_t *start = varbinds.bytes, *before = start;
	struct survey survey = { 0 };
	struct octets varbind;

	for (; ber_take(&varbinds, BER_SEQUENCE, &varbind) == 0;
		before = varbinds.bytes) {
		survey.varbinds++;
		if (survey.varbinds == 1)
			survey.first_length = (size_t)(varbinds.bytes - start);
		if (survey.first_below == 0 && is_below(place, varbind))
			survey.first_below = survey.varbinds;
		if (survey.first_exception == 0 && is_exception(varbind)) {
			survey.first_exception = survey.varbinds;
			survey.before_exception = (size_t)(before - start);
		}
	}
	return survey;
}

/* What a GETBULK found before is still sent. */
static int
say_no_such_name(const struct survey *found, bool is_bulk,
	struct ber_writer *varbinds, size_t *index)
{
	if (found->first_exception == 0)
		return FAULT_NO_ERROR;
	if (is_bulk && found->first_exception > 1) {
		varbinds->length = found->before_exception;
		return FAULT_NO_ERROR;
	}
	*index = found->first_exception;
	return FAULT_NO_SUCH_NAME;
}

int
replay_faults_spoil(const struct recording *recording, bool is_bulk,
	struct ber_writer *varbinds, size_t *index)
{
	const struct replay_faults *faults = recording->faults;
	struct survey found;

	*index = 0;
	if (faults == NULL)
		return FAULT_NO_ERROR;
	found = survey((struct octets){ varbinds->bytes, varbinds->length },
		&faults->gen_err);
	if (found.first_below > 0) {
		/* Agents that gather many rows seldom say which one. */
		*index = is_bulk ? 0 : found.first_below;
		return FAULT_GEN_ERR;
	}
	if (faults->most_varbinds > 0 &&
		found.varbinds > (size_t)faults->most_varbinds)
		return FAULT_TOO_BIG;
	if (faults->is_short && is_bulk && found.varbinds > 1)
		varbinds->length = found.first_length;
	if (faults->says_no_such_name)
		return say_no_such_name(&found, is_bulk, varbinds, index);
	return FAULT_NO_ERROR;
}

static uint64_t
throw_dice(struct replay_faults *faults)
{
	uint64_t mixed = faults->chance += 0x9e3779b97f4a7c15; /* splitmix64 */

	mixed = (mixed ^ mixed >> 30) * 0xbf58476d1ce4e5b9;
	mixed = (mixed ^ mixed >> 27) * 0x94d049bb133111eb;
	return mixed ^ mixed >> 31;
}

bool
replay_faults_let_pass(const struct recording *recording)
{
	struct replay_faults *faults = recording->faults;

	if (faults == NULL)
		return true;
	if (faults->last_answer > 0 && faults->answers == faults->last_answer)
		return false;
	faults->answers++;
	return throw_dice(faults) % 100 >= (uint64_t)faults->loss;
}

/* A message's varbinds; nothing when it is none. */
static struct octets
varbinds_of(struct octets message)
{
	struct octets whole, pdu, skipped, varbinds;
	uint8_t tag;

	if (ber_take(&message, BER_SEQUENCE, &whole) != 0)
		return (struct octets){ 0 };
	do
		if (ber_read(&whole, &tag, &pdu) != 0)
			return (struct octets){ 0 };
	while (whole.length > 0);
	for (int i = 0; i < 3; i++)
		if (ber_read(&pdu, &tag, &skipped) != 0)
			return (struct octets){ 0 };
	if (ber_take(&pdu, BER_SEQUENCE, &varbinds) != 0)
		return (struct octets){ 0 };
	return varbinds;
}

int64_t
replay_faults_done_ns(
	const struct recording *recording, struct octets response, int64_t now)
{
	static const struct fault_place nowhere;
	struct replay_faults *faults = recording->faults;
	size_t count;

	if (faults == NULL || faults->varbind_us == 0)
		return now;
	count = survey(varbinds_of(response), &nowhere).varbinds;
	if (faults->busy_until_ns < now)
		faults->busy_until_ns = now;
	faults->busy_until_ns += (int64_t)count * faults->varbind_us * 1000;
	return faults->busy_until_ns;
}

bool
replay_faults_has_wrong_source(const struct recording *recording)
{
	return recording->faults != NULL && recording->faults->has_wrong_source;
}

bool
replay_faults_lacks(
	const struct recording *recording, enum snmp_version version)
{
	const struct replay_faults *faults = recording->faults;

	if (faults == NULL)
		return false;
	return version == SNMP_V3 ? faults->lacks_v3
				  : faults->lacks_communities;
}

bool
replay_faults_are_silent_in(
	const struct recording *recording, struct octets context)
{
	const struct replay_faults *faults = recording->faults;

	return faults != NULL && faults->silent_in != NULL &&
		strlen(faults->silent_in) == context.length &&
		memcmp(faults->silent_in, context.bytes, context.length) == 0;
}

struct agent_clock
replay_faults_clock(const struct recording *recording)
{
	struct replay_faults *faults = recording->faults;
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	if (faults == NULL || faults->last_before_restart == 0 ||
		faults->answers < faults->last_before_restart)
		return (struct agent_clock){ 1, (uint32_t)now.tv_sec };
	if (faults->restarted_at == 0)
		faults->restarted_at = now.tv_sec;
	return (struct agent_clock){ 2,
		(uint32_t)(now.tv_sec - faults->restarted_at) };
}
