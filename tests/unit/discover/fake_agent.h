/* fake_agent.h -- for tests: an agent in memory, good or broken.
 *
 * Include after cmocka.h. Its variables are a text, "OID=NUMBER" separated by
 * blanks, in the order in which it gives them. */
#ifndef TESTS_FAKE_AGENT_H
#define TESTS_FAKE_AGENT_H

#include <stdlib.h>

#include "cells.h"
#include "memory.h"

enum { VARIABLES = 2048 };

struct fake_agent {
	const char *variables;
	size_t limit; /* varbinds that fit into an answer; 0: all */
	size_t too_big; /* more than so many asked for: tooBig */
	int bulk_error; /* what it says to every GETBULK */
	const char *silent_at; /* no answer about names that begin so */
	const char *error_at; /* genErr about names that begin so */
	bool blames; /* ... and tells which */
	bool gone_after_one; /* answers the first request only */
	bool says_no_such_name; /* as SNMPv1 does at the end */
};

struct variable {
	uint32_t ids[OID_IDS];
	struct snmp_name name;
	int64_t number;
};

static struct variable variables[VARIABLES];
static size_t variable_count;

static inline void
read_variables(const char *text)
{
	variable_count = 0;
	while (*text != '\0') {
		struct variable *variable = &variables[variable_count++];
		char *end;

		assert_true(variable_count < VARIABLES);
		variable->name.length = 0;
		do {
			variable->ids[variable->name.length++] =
				(uint32_t)strtoul(text, &end, 10);
			text = end + 1;
		} while (*end == '.');
		variable->name.ids = variable->ids;
		variable->number = strtoll(text, &end, 10);
		text = *end == ' ' ? end + 1 : end;
	}
}

/* The first variable behind the name, in the agent's own order: one that is
 * not sorted goes round in circles, as broken agents do. */
static inline const struct variable *
behind(struct snmp_name name)
{
	for (size_t i = 0; i + 1 < variable_count; i++)
		if (name_compare(variables[i].name, name) == 0)
			return &variables[i + 1];
	for (size_t i = 0; i < variable_count; i++)
		if (name_compare(variables[i].name, name) > 0)
			return &variables[i];
	return NULL;
}

static inline bool
begins_with(struct snmp_name name, const char *start)
{
	struct snmp_name begin;
	uint32_t ids[OID_IDS];

	if (start == NULL)
		return false;
	begin = (struct snmp_name){ ids, oid_from_text(start, ids) };
	return name_begins_with(name, begin);
}

static inline int
names_that_begin(const struct snmp_request *request, const char *start)
{
	for (size_t i = 0; i < request->name_count; i++)
		if (begins_with(request->names[i], start))
			return (int)i + 1;
	return 0;
}

static inline void
fill(const struct fake_agent *agent, const struct snmp_request *request,
	struct snmp_response *response)
{
	static struct snmp_varbind varbinds[10000];
	static const struct mib_value end = { .type = MIB_END_OF_VIEW };
	size_t repetitions = request->command == SNMP_GETBULK
		? (size_t)request->repetitions
		: 1;
	size_t limit = agent->limit > 0 ? agent->limit : COUNT(varbinds);

	response->varbinds = varbinds;
	for (size_t i = 0; i < repetitions * request->name_count &&
		response->count < limit;
		i++) {
		size_t before = i - request->name_count;
		struct snmp_name name = i < request->name_count
			? request->names[i]
			: varbinds[before].name;
		const struct variable *next = behind(name);

		assert_true(response->count < COUNT(varbinds));
		varbinds[response->count].name =
			next != NULL ? next->name : name;
		varbinds[response->count++].value = next == NULL
			? end
			: (struct mib_value){ .type = MIB_INTEGER,
				  .number = next->number };
	}
}

static inline void
no_such_name(const struct snmp_request *request, struct snmp_response *response)
{
	for (size_t i = 0; i < response->count; i++) {
		if (response->varbinds[i].value.type != MIB_END_OF_VIEW)
			continue;
		response->error_status = ERROR_NO_SUCH_NAME;
		response->error_index = (int)(i % request->name_count) + 1;
		return;
	}
}

static inline struct snmp_response
answer(const struct fake_agent *agent, const struct snmp_request *request)
{
	enum { GENERAL_ERROR = 5 };
	struct snmp_response response = { 0 };
	size_t asked = request->name_count * (size_t)request->repetitions;
	int broken = names_that_begin(request, agent->error_at);

	if (request->command == SNMP_GETBULK && agent->bulk_error != 0) {
		response.error_status = agent->bulk_error;
	} else if (agent->too_big > 0 && asked > agent->too_big) {
		response.error_status = ERROR_TOO_BIG;
	} else if (broken > 0) {
		response.error_status = GENERAL_ERROR;
		response.error_index = agent->blames ? broken : 0;
	} else {
		fill(agent, request, &response);
		if (agent->says_no_such_name)
			no_such_name(request, &response);
	}
	return response;
}

#endif
