/* outlook_facts.c -- what facts.yaml states, and what would be probed because
 * of it. */
#include "outlook.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#include "facts.h"
#include "memory.h"
#include "yaml.h"

enum { DAY_SIZE = 11 };

/* One line of the report; frees the words. */
static void
say(const char *label, struct text *words)
{
	printf("  %-12s %s\n", label, words->length > 0 ? words->bytes : "-");
	text_free(words);
}

static void
begin_one(struct text *words)
{
	text_append(words, words->length > 0 ? ", " : "");
}

static void
say_records(const struct facts *facts)
{
	struct text words = { 0 };

	for (int i = 0; facts_list_name(i) != NULL; i++) {
		const char *name = facts_list_name(i);
		int count = facts_count(facts, name);

		if (count == 0)
			continue;
		begin_one(&words);
		text_format(&words, "%s %d", name, count);
	}
	say("records", &words);
}

/* Days compare as texts. */
static const struct yaml_node *
phase_on(const struct yaml_node *phases, const char *day)
{
	for (const struct yaml_node *phase = yaml_first(phases); phase != NULL;
		phase = yaml_next(phase)) {
		const char *start = yaml_text(phase, "start");
		const char *end = yaml_text(phase, "end");

		if (end == NULL && start == NULL)
			continue;
		if (end == NULL || strcmp(day, end) <= 0)
			return start == NULL || strcmp(start, day) <= 0 ? phase
									: NULL;
	}
	return NULL;
}

static void
say_phases(const struct yaml_node *root, int64_t at)
{
	const struct yaml_node *phases = yaml_get(root, "phases"), *current;
	time_t seconds = (time_t)at;
	char day[DAY_SIZE];
	struct tm parts;

	gmtime_r(&seconds, &parts);
	strftime(day, sizeof(day), "%Y-%m-%d", &parts);
	current = phase_on(phases, day);
	for (const struct yaml_node *phase = yaml_first(phases); phase != NULL;
		phase = yaml_next(phase)) {
		const char *start = yaml_text(phase, "start");
		const char *end = yaml_text(phase, "end");
		const char *title = yaml_text(phase, "title");

		printf("  %-12s %s, %s to %s%s%s\n", "phase",
			yaml_text(phase, "id"), start != NULL ? start : "...",
			end != NULL ? end : "...", title != NULL ? ": " : "",
			title != NULL ? title : "");
	}
	if (phases != NULL)
		printf("  %-12s %s is in %s; give another with --phase\n",
			"current", day,
			current != NULL ? yaml_text(current, "id") : "none");
}

/* What is probed because some record says so: the fields of each. */
static const struct subject {
	const char *label;
	const char *list;
	const char *fields[2];
	const char *only_if; /* it has this field, and not as "no" */
	const char *otherwise; /* when no record does */
} subjects[] = {
	{ "proves IP by", "reference_targets", { "address" }, NULL,
		"own addresses and default routes alone" },
	{ "asks names", "resolvers", { "address" }, NULL,
		"the resolver of this host" },
	{ "zones", "dns_zones", { "zone" }, NULL, "none" },
	{ "echoes", "circuits", { "id" }, "targets", "none" },
	{ "services", "services", { "name", "port" }, NULL, "none" },
	{ "SIP OPTIONS", "services", { "name", "port" }, "sip_options",
		"none; they are sent where sip_options is yes" },
	{ "zone tests", "zone_tests", { "target", "port" }, NULL, "none" },
};

static bool
is_meant(const struct subject *subject, const struct yaml_node *record)
{
	return subject->only_if == NULL ||
		(yaml_get(record, subject->only_if) != NULL &&
			yaml_boolean(record, subject->only_if, true));
}

static void
say_subject(const struct yaml_node *root, const struct subject *subject)
{
	struct text words = { 0 };

	for (const struct yaml_node *record =
			yaml_first(yaml_get(root, subject->list));
		record != NULL; record = yaml_next(record)) {
		const char *second = NULL;

		if (!is_meant(subject, record))
			continue;
		begin_one(&words);
		text_append(&words, yaml_text(record, subject->fields[0]));
		if (subject->fields[1] != NULL)
			second = yaml_text(record, subject->fields[1]);
		if (second != NULL)
			text_format(&words, ":%s", second);
	}
	if (words.length == 0)
		text_append(&words, subject->otherwise);
	say(subject->label, &words);
}

void
outlook_facts(const struct facts *facts, int64_t at)
{
	const struct yaml_node *root = facts_root(facts);
	const char *enterprise = yaml_text(root, "enterprise");

	puts("twinmap analyse");
	printf("  %-12s %s\n", "enterprise",
		enterprise != NULL ? enterprise : "-");
	say_records(facts);
	say_phases(root, at);
	puts("twinmap probe");
	for (size_t i = 0; i < COUNT(subjects); i++)
		say_subject(root, &subjects[i]);
	puts("  and the management addresses of devices, by SNMP");
}
