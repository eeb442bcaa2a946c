/* record_main.c -- twinmap record: one whole agent into a recording.
 *
 * All that the agent has below 1.0, 1.1, 1.2 and 1.3 is a table of one column
 * to the engine, so a recording is read as carefully as a crawl reads. Where
 * the agent stumbles (a value too large for it, an error, OIDs that do not
 * rise), the walk goes on a little further: behind the next index, then behind
 * the column, then behind the table. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cells.h"
#include "credentials.h"
#include "engine.h"
#include "files.h"
#include "log.h"
#include "memory.h"
#include "options.h"
#include "recording_write.h"
#include "scrub.h"

static const uint8_t subtrees[] = { 0, 1, 2, 3 };

enum { VARIABLE_LIMIT = 10000000, MOST_GAPS = 1000 };

struct record {
	const char *output, *credential_file;
	int64_t port;
	bool scrubs;
	struct scrub scrub;
	struct credentials *credentials;
	struct engine *engine;
	struct arena *arena;
	size_t subtree; /* that is being read */
	struct collector collector; /* of its rest */
	uint32_t from[OID_IDS]; /* where that begins */
	uint32_t last[OID_IDS]; /* the newest variable */
	size_t last_length;
	size_t tries; /* to go on behind it */
	size_t gaps;
	struct text lines;
	size_t variables, left_out, unknown;
	int result;
};

/* ---- command line ----------------------------------------------------- */

static int
set_port(void *settings, const char *value)
{
	struct record *record = settings;

	if (option_number("port", value, 1, &record->port) != 0)
		return -1;
	if (record->port <= UINT16_MAX)
		return 0;
	log_error("--port: '%s' is above 65535", value);
	return -1;
}

static int
set_scrub(void *settings, const char *value)
{
	(void)value;
	((struct record *)settings)->scrubs = true;
	return 0;
}

static int
set_scrub_names(void *settings, const char *value)
{
	((struct record *)settings)->scrub.names = true;
	return set_scrub(settings, value);
}

static const struct option_rule rules[] = {
	{ "output", 'o', "FILE", "the recording to write, NAME.snmprec",
		KEEP_TEXT(struct record, output) },
	{ "credentials", 'c', "FILE",
		"credentials, mode 600; default: the community public",
		KEEP_TEXT(struct record, credential_file) },
	{ "port", 'p', "N", "UDP port, default 161", set_port },
	{ "scrub", 0, NULL, "leave out secrets, contact and location",
		set_scrub },
	{ "scrub-names", 0, NULL, "the same, and names become pseudonyms",
		set_scrub_names },
};

static const struct command_line command_line = {
	.usage = "twinmap record [OPTION...] ADDRESS -o FILE",
	.summary =
		"Reads all that the SNMP agent at ADDRESS has into a "
		"recording\n"
		"that twinmap replay answers from.\n\n"
		"--scrub leaves out the SNMP tables of communities, users,\n"
		"views and targets, extension commands, and every variable\n"
		"whose index spells the community, the user or a password in\n"
		"use; it replaces contact, location, command lines of\n"
		"processes, and values that hold such a word. Names, "
		"addresses\n"
		"and serial numbers stay. --scrub-names also replaces names "
		"of\n"
		"systems (own, LLDP, CDP), equal ones by equal pseudonyms.\n"
		"What a vendor's own tables tell is not known: look before "
		"you\n"
		"give a recording away.",
	.rules = rules,
	.rule_count = COUNT(rules),
	.least_operands = 1,
	.most_operands = 1,
};

/* ---- variables become lines ------------------------------------------- */

static void
add_variable(struct record *record, struct snmp_name name,
	const struct mib_value *given)
{
	const struct snmp_name last = { record->last, record->last_length };
	struct mib_value value = *given;

	if (last.length > 0 && name_compare(name, last) <= 0)
		return; /* the agent went back behind a gap */
	memcpy(record->last, name.ids, name.length * sizeof(*name.ids));
	record->last_length = name.length;
	record->tries = 0;
	if (record->scrubs && !scrub_variable(&record->scrub, name, &value))
		record->left_out++;
	else if (recording_write(&record->lines, name, &value) == 0)
		record->variables++;
	else
		record->unknown++;
}

/* The engine hands the device through, untouched: here it is the record. */
static int
on_row(struct device *device, const struct mib_row *row)
{
	struct record *record = (struct record *)(void *)device;
	uint32_t ids[OID_IDS] = { 1, subtrees[record->subtree] };
	const struct snmp_name name = { ids, 2 + row->index_length };

	if (name.length > OID_IDS)
		return -1;
	memcpy(ids + 2, row->index, row->index_length * sizeof(*ids));
	add_variable(record, name, row->values);
	return 0;
}

/* ---- one walk after the other ----------------------------------------- */

static walk_done on_walked;

static void
walk_on(struct record *record, struct agent *agent, size_t from_length)
{
	const struct collector *const collectors[] = { &record->collector };
	const struct walk_order order = {
		.collectors = collectors,
		.collector_count = COUNT(collectors),
		.device = (struct device *)(void *)record,
		.arena = record->arena,
		.done = on_walked,
		.context = record,
	};

	record->collector = (struct collector){
		.name = "everything",
		.entry = "1",
		.columns = &subtrees[record->subtree],
		.column_count = 1,
		.from = record->from,
		.from_length = from_length,
		.on_row = on_row,
	};
	agent_walk(agent, &order);
}

static void
next_subtree(struct record *record, struct agent *agent)
{
	record->subtree++;
	record->tries = 0;
	if (record->subtree < COUNT(subtrees)) {
		walk_on(record, agent, 0);
		return;
	}
	record->result = 0;
	agent_close(agent);
}

/* The next place behind the newest variable that was not tried yet: with its
 * last arc one more, then without it and the arc before one or two more (the
 * next column may be what the agent stumbles over), and so on. Its length; 0
 * when all of the subtree was tried. */
static size_t
place_to_go_on(struct record *record)
{
	size_t level = (record->tries + 1) / 2;
	uint32_t step = record->tries > 0 && record->tries % 2 == 0 ? 2 : 1;
	size_t length = record->last_length;

	record->tries++;
	length = length > level ? length - level : 0;
	if (length <= 2 || record->last[1] != subtrees[record->subtree] ||
		record->gaps++ == MOST_GAPS)
		return 0;
	memcpy(record->from, record->last, length * sizeof(*record->from));
	if (record->from[length - 1] <= UINT32_MAX - step)
		record->from[length - 1] += step;
	return length;
}

static void
warn_of_gap(const struct record *record, const char *reason)
{
	struct text oid = { 0 };

	for (size_t i = 0; i < record->last_length; i++)
		text_format(&oid, ".%u", record->last[i]);
	log_warning("something is missing behind %s: %s",
		oid.bytes != NULL ? oid.bytes : "the begin", reason);
	text_free(&oid);
}

static void
on_walked(void *context, struct agent *agent,
	const struct walk_outcome *outcomes, size_t count)
{
	struct record *record = context;
	size_t from_length;

	(void)count;
	if (outcomes->result == WALK_NO_ANSWER) {
		log_error("the recording is cut short: %s", outcomes->reason);
		agent_close(agent);
		return;
	}
	if (outcomes->reason == NULL) {
		next_subtree(record, agent);
		return;
	}
	if (record->tries == 0)
		warn_of_gap(record, outcomes->reason);
	from_length = place_to_go_on(record);
	if (from_length > 0)
		walk_on(record, agent, from_length);
	else
		next_subtree(record, agent);
}

static void
on_probed(void *context, const struct probe_answer *answer)
{
	struct record *record = context;

	if (answer->agent == NULL) {
		log_error("%s", answer->reason);
		return;
	}
	record->scrub.credential = agent_credential(answer->agent);
	record->tries = 0;
	walk_on(record, answer->agent, 0);
}

/* ---- the whole -------------------------------------------------------- */

/* Asks whoever is at the address; -1 when there is no complete recording. */
static int
read_agent(struct record *record, const struct ip_address *address)
{
	static const struct credential public = {
		.label = "public", .version = SNMP_V2C, .community = "public"
	};
	static const char *const objects[] = { "1.3.6.1.2.1.1.2.0" };
	size_t given = record->credentials == NULL
		? 0
		: credentials_count(record->credentials);
	const struct credential **list =
		memory_zeroed((given + 1) * sizeof(struct credential *));

	list[0] = &public;
	for (size_t i = 0; i < given; i++)
		list[i] = credentials_at(record->credentials, i);
	engine_probe(record->engine,
		&(struct probe){
			.address = *address,
			.credentials = list,
			.credential_count = given > 0 ? given : 1,
			.objects = objects,
			.object_count = COUNT(objects),
			.done = on_probed,
			.context = record,
		});
	record->result = -1;
	engine_run(record->engine, NULL, NULL, NULL);
	free(list);
	return record->result;
}

static int
write_file(struct record *record)
{
	int result = 0;

	if (record->lines.length > 0)
		result = file_replace(record->output, record->lines.bytes,
			record->lines.length);
	if (record->unknown > 0)
		log_warning("%zu variables of other types were left out",
			record->unknown);
	if (result == 0)
		log_info("%s: %zu variables, %zu left out by --scrub",
			record->output, record->variables, record->left_out);
	return result;
}

static int
record_agent(struct record *record, const char *text)
{
	struct engine_settings settings;
	struct ip_address address;
	int result;

	if (ip_parse(text, &address) != 0) {
		log_error("'%s' is no address", text);
		return -1;
	}
	if (record->credential_file != NULL) {
		record->credentials = credentials_read(record->credential_file);
		if (record->credentials == NULL)
			return -1;
	}
	engine_settings_default(&settings);
	settings.port = (int)record->port;
	settings.row_limit = VARIABLE_LIMIT;
	record->engine = engine_create(&settings);
	if (record->engine == NULL)
		return -1;
	result = read_agent(record, &address);
	if (record->variables > 0 && write_file(record) != 0)
		return -1;
	return result;
}

int
main(int argc, char **argv)
{
	struct record record = { .port = 161, .arena = arena_create() };
	int result = -1, operand;

	log_set_program("twinmap record");
	operand = command_line_read(&command_line, argc, argv, &record);
	if (record.output == NULL)
		log_error("no file to write: give -o FILE");
	else
		result = record_agent(&record, argv[operand]);
	engine_free(record.engine);
	credentials_free(record.credentials);
	text_free(&record.lines);
	arena_free(record.arena);
	return result == 0 ? 0 : 1;
}
