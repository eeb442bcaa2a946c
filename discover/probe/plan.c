/* plan.c -- which questions follow from what is known, and what is asked. */
#include "plan_parts.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "database.h"
#include "memory.h"
#include "records.h"
#include "script.h"

/* ---------------------------------------------------------- beginning -- */

static void
call_reverse_name(struct sql_call *call)
{
	const char *text = sql_argument_text(call, 0);
	struct ip_address ip;

	if (text != NULL && ip_parse(text, &ip) == 0) {
		char *name = reverse_name(&ip);

		sql_return_text(call, name);
		free(name);
	}
}

static const struct sql_function functions[] = {
	{ "reverse_name", 1, call_reverse_name, NULL }, /* of PTR */
};

static int
add_functions(struct plan *plan)
{
	for (size_t i = 0; i < COUNT(functions); i++)
		if (database_add_function(plan->database, &functions[i]) != 0)
			return -1;
	return 0;
}

const char *const probe_kinds[] = { "D1", "D2", "T1", "T2", "T3", "I1", "M1",
	"V1", "X1" };
const size_t probe_kind_count = COUNT(probe_kinds);

static int
write_settings(struct plan *plan)
{
	const struct plan_settings *settings = plan->settings;
	const struct value here[] = { text_value(settings->vantage),
		integer_value(settings->snmp_port),
		integer_value(settings->at) };
	bool is_all = settings->kind_count == 0;
	const char *const *kinds = is_all ? probe_kinds : settings->kinds;
	size_t count = is_all ? probe_kind_count : settings->kind_count;
	int result = database_run_with(plan->database,
		"INSERT INTO here VALUES (?, ?, ?)", here, COUNT(here));

	for (size_t i = 0; i < count && result == 0; i++) {
		const struct value kind = text_value(kinds[i]);

		result = database_run_with(plan->database,
			"INSERT OR IGNORE INTO asked_kind VALUES (?)", &kind,
			1);
	}
	return result;
}

static int
prepare(struct plan *plan)
{
	const struct {
		struct query **query;
		const char *sql;
	} queries[] = {
		{ &plan->answer,
			"UPDATE question SET result = ?, reason = ?,"
			" detail = ?, at = ? WHERE id = ?" },
		{ &plan->record,
			"INSERT OR IGNORE INTO answer_record"
			" VALUES (?, ?, ?)" },
		{ &plan->certificate,
			"INSERT INTO answer_certificate VALUES (?, ?, ?, ?)" },
		{ &plan->echo,
			"INSERT INTO answer_echo VALUES (?, ?, ?, ?, ?)" },
		{ &plan->reading,
			"INSERT OR REPLACE INTO answer_reading"
			" VALUES (?, ?, ?, ?, ?, ?, ?, ?)" },
	};

	for (size_t i = 0; i < COUNT(queries); i++) {
		*queries[i].query =
			query_prepare(plan->database, queries[i].sql);
		if (*queries[i].query == NULL)
			return -1;
	}
	return 0;
}

struct plan *
plan_create(struct database *database, const struct plan_settings *settings)
{
	struct plan *plan = memory_zeroed(sizeof(*plan));

	plan->database = database;
	plan->settings = settings;
	plan->arena = arena_create();
	if (add_functions(plan) == 0 &&
		script_run_shared(database, "topology/probes/begin.sql") == 0 &&
		write_settings(plan) == 0 && prepare(plan) == 0)
		return plan;
	plan_free(plan);
	return NULL;
}

void
plan_free(struct plan *plan)
{
	if (plan == NULL)
		return;
	query_free(plan->answer);
	query_free(plan->record);
	query_free(plan->certificate);
	query_free(plan->echo);
	query_free(plan->reading);
	arena_free(plan->arena);
	free(plan->questions);
	free(plan->resolvers);
	free(plan->routers);
	free(plan);
}

/* ---------------------------------------------------------- questions -- */

int
plan_run_script(struct plan *plan, const char *name)
{
	char path[64];

	snprintf(path, sizeof(path), "topology/probes/%s.sql", name);
	return script_run_shared(plan->database, path);
}

int
plan_extend(struct plan *plan, const char *script)
{
	return plan_run_script(plan, script) == 0
		? plan_run_script(plan, "limits")
		: -1;
}

int
plan_add_family(struct plan *plan, const struct plan_family *family)
{
	const struct value values[] = { integer_value(family->family),
		integer_value(family->has_address),
		integer_value(family->has_route) };

	return database_run_with(plan->database,
		"INSERT INTO tested_family"
		" (family, own_address, default_route) VALUES (?, ?, ?)",
		values, COUNT(values));
}

static void
add_question(struct plan *plan, const struct query *query)
{
	enum { ID, TALK, NAME, RECORD, IP, PORT, PROTO, KIND };
	const char *ip = query_text(query, IP), *proto;
	struct question *question;

	plan->questions = memory_grown(plan->questions, plan->count,
		&plan->capacity, sizeof(*plan->questions));
	question = &plan->questions[plan->count++];
	*question = (struct question){
		.id = query_integer(query, ID),
		.talk = arena_text(plan->arena, query_text(query, TALK)),
		.name = arena_text(plan->arena, query_text(query, NAME)),
		.record = arena_text(plan->arena, query_text(query, RECORD)),
		.port = (uint16_t)query_integer(query, PORT),
		.is_recursive = strcmp(query_text(query, KIND), "D1") == 0,
	};
	proto = query_text(query, PROTO);
	question->is_udp = proto != NULL && strcmp(proto, "udp") == 0;
	if (ip != NULL && ip_parse(ip, &question->ip) != 0)
		question->ip = (struct ip_address){ 0 };
}

const struct question *
plan_questions(struct plan *plan, bool is_snmp, size_t *count)
{
	struct query *query = query_prepare(plan->database,
		"SELECT id, talk, name, record, ip, port, proto, kind"
		" FROM question WHERE result IS NULL"
		" AND (talk = 'snmp') = ? ORDER BY id");
	bool has_failed = query == NULL;

	plan->count = 0;
	if (query != NULL) {
		query_bind(query, 1, integer_value(is_snmp));
		while (query_next(query))
			add_question(plan, query);
		has_failed = query_failed(query);
	}
	query_free(query);
	*count = plan->count;
	if (plan->questions == NULL)
		plan->questions = memory_grown(
			NULL, 0, &plan->capacity, sizeof(*plan->questions));
	return has_failed ? NULL : plan->questions;
}

const char *
plan_credential(const struct plan *plan, const struct question *question)
{
	struct query *query = query_prepare(
		plan->database, "SELECT credential FROM question WHERE id = ?");
	const char *label = NULL;

	if (query == NULL)
		return NULL;
	query_bind(query, 1, integer_value(question->id));
	if (query_next(query))
		label = arena_text(plan->arena, query_text(query, 0));
	query_free(query);
	return label;
}

const struct ip_address *
plan_resolvers(struct plan *plan, size_t *count)
{
	struct query *query = query_prepare(plan->database,
		"SELECT address FROM fact_resolver ORDER BY ip_key(address)");

	while (query != NULL && query_next(query)) {
		struct ip_address ip;

		if (ip_parse(query_text(query, 0), &ip) != 0)
			continue;
		plan->resolvers = memory_grown(plan->resolvers,
			plan->resolver_count, &plan->resolver_capacity,
			sizeof(*plan->resolvers));
		plan->resolvers[plan->resolver_count++] = ip;
	}
	query_free(query);
	*count = plan->resolver_count;
	return plan->resolvers;
}
