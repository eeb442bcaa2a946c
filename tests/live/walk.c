/* walk.c -- reads one agent through the engine and prints it as snmpbulkwalk
 * -On -Oe -Ox would name it: "OID = TYPE: value", for comparison with it.
 *
 *   walk [-p PORT] [-r ROWS] [-t MS] [-w SECONDS] CREDENTIALS ADDRESS ENTRY
 *        COLUMN...
 *
 * -r limits rows, -t is the first timeout, -w waits between probe and walk.
 * A line "# name result rows refused reason" ends the table, and
 * "# figures ..." the output. Status 1 when the agent did not answer. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "engine.h"
#include "log.h"
#include "memory.h"

static const char *const results[] = {
	[WALK_ROWS] = "rows",
	[WALK_EMPTY] = "empty",
	[WALK_NOT_IMPLEMENTED] = "not-implemented",
	[WALK_NO_ANSWER] = "no-answer",
	[WALK_CUT_SHORT] = "cut-short",
};

/* What a collector cannot tell its on_row. */
static struct {
	struct engine *engine;
	struct arena *arena;
	struct collector collector;
	uint8_t columns[64];
	unsigned pause_s;
	int status;
} walk;

static void
print_value(const struct mib_value *value)
{
	if (value->oid != NULL) {
		for (size_t i = 0; i < value->length; i++)
			printf(".%" PRIu32, value->oid[i]);
	} else if (value->octets != NULL || value->type == MIB_OCTETS) {
		for (size_t i = 0; i < value->length; i++)
			printf("%02X", value->octets[i]);
	} else {
		printf("%" PRId64, value->number);
	}
}

static int
print_row(struct device *device, const struct mib_row *row)
{
	(void)device;
	for (size_t i = 0; i < row->value_count; i++) {
		if (row->values[i].type == MIB_ABSENT)
			continue;
		printf(".%s.%u", walk.collector.entry, walk.columns[i]);
		for (size_t k = 0; k < row->index_length; k++)
			printf(".%" PRIu32, row->index[k]);
		printf(" = ");
		print_value(&row->values[i]);
		printf("\n");
	}
	return 0;
}

static void
walked(void *context, struct agent *agent, const struct walk_outcome *outcomes,
	size_t count)
{
	(void)context;
	for (size_t i = 0; i < count; i++)
		printf("# %s %s %" PRId64 " %" PRId64 " %s\n",
			outcomes[i].collector->name,
			results[outcomes[i].result], outcomes[i].rows,
			outcomes[i].refused,
			outcomes[i].reason != NULL ? outcomes[i].reason : "-");
	agent_close(agent);
}

static void
probed(void *context, const struct probe_answer *answer)
{
	static const struct collector *const collectors[] = { &walk.collector };
	struct walk_order order = { .collectors = collectors,
		.collector_count = 1,
		.arena = walk.arena,
		.done = walked };

	(void)context;
	if (answer->agent == NULL) {
		printf("# %s\n", answer->reason);
		walk.status = 1;
		return;
	}
	printf("# answered to %s after %d requests: %.*s\n",
		agent_credential(answer->agent)->label, answer->requests,
		(int)answer->values[0].length,
		answer->values[0].octets != NULL
			? (const char *)answer->values[0].octets
			: "");
	fflush(stdout);
	sleep(walk.pause_s);
	agent_walk(answer->agent, &order);
}

static void
ask(const struct credentials *credentials, const char *address)
{
	static const char *const objects[] = { "1.3.6.1.2.1.1.5.0" };
	const struct credential *list[16];
	struct probe probe = { .credentials = list,
		.objects = objects,
		.object_count = COUNT(objects),
		.done = probed };

	if (ip_parse(address, &probe.address) != 0) {
		log_error("%s is no address", address);
		exit(2);
	}
	while (probe.credential_count < credentials_count(credentials) &&
		probe.credential_count < COUNT(list)) {
		list[probe.credential_count] =
			credentials_at(credentials, probe.credential_count);
		probe.credential_count++;
	}
	engine_probe(walk.engine, &probe);
}

static void
set_collector(char **arguments)
{
	walk.collector = (struct collector){ .name = "table",
		.entry = arguments[0],
		.columns = walk.columns,
		.on_row = print_row };
	for (arguments++; *arguments != NULL &&
		walk.collector.column_count < COUNT(walk.columns);
		arguments++)
		walk.columns[walk.collector.column_count++] =
			(uint8_t)atoi(*arguments);
}

int
main(int argc, char **argv)
{
	struct engine_settings settings;
	struct credentials *credentials;
	const struct engine_figures *figures;
	int option;

	log_set_program("walk");
	engine_settings_default(&settings);
	while ((option = getopt(argc, argv, "p:r:t:w:")) != -1) {
		if (option == 'p')
			settings.port = atoi(optarg);
		else if (option == 'r')
			settings.row_limit = atoi(optarg);
		else if (option == 't')
			settings.first_timeout_ms = atoi(optarg);
		else if (option == 'w')
			walk.pause_s = (unsigned)atoi(optarg);
		else
			return 2;
	}
	if (argc - optind < 4)
		return 2;
	credentials = credentials_read(argv[optind]);
	if (credentials == NULL)
		return 2;
	walk.arena = arena_create();
	set_collector(argv + optind + 2);
	walk.engine = engine_create(&settings);
	ask(credentials, argv[optind + 1]);
	engine_run(walk.engine, NULL, NULL, NULL);
	figures = engine_figures(walk.engine);
	printf("# figures requests %" PRIu64 " retries %" PRIu64
	       " unexpected %" PRIu64 " wrong_source %" PRIu64
	       " values %" PRIu64 "\n",
		figures->requests, figures->retries, figures->unexpected,
		figures->wrong_source, figures->values);
	engine_free(walk.engine);
	arena_free(walk.arena);
	credentials_free(credentials);
	return walk.status;
}
