/* facts_rollout.c -- records of the way: phases, tasks, answers, people. Their
 * tables stand in schema/stated_rollout.sql. */
#include "facts_kinds.h"

#include <stddef.h>

static const char *const strategies[] = { "core-to-edge", "edge-to-core",
	"islands", NULL };

static const struct yaml_field phase_fields[] = {
	{ "id", YAML_TEXT, .required = true },
	{ "title", YAML_TEXT },
	{ "strategy", YAML_CHOICE, .choices = strategies },
	{ "scope", YAML_TEXT },
	{ "start", YAML_DATE },
	{ "end", YAML_DATE },
	{ "exit", YAML_TEXTS },
	FACT_COMMON_FIELDS,
};

static const struct fact_list phase_lists[] = {
	{ NULL, "exit", "fact_phase_exit", "phase, ordinal, text",
		":key, :ordinal, :value" },
	{ NULL },
};

static const struct yaml_field pilot_fields[] = {
	{ "vlan", YAML_INTEGER, true, .least = 1, .most = LAST_VLAN },
	{ "site", YAML_TEXT },
	{ "members", YAML_TEXTS },
	{ "lessons", YAML_TEXT },
	{ "target_phase", YAML_TEXT },
	FACT_COMMON_FIELDS,
};

static const struct fact_list pilot_lists[] = {
	{ NULL, "members", "fact_pilot_member", "name", ":value" },
	{ NULL },
};

static const char *const task_states[] = { "open", "doing", "done", NULL };

static const struct yaml_field task_fields[] = {
	{ "id", YAML_TEXT, .required = true },
	{ "phase", YAML_TEXT },
	{ "title", YAML_TEXT, .required = true },
	{ "state", YAML_CHOICE, .required = true, .choices = task_states },
	FACT_COMMON_FIELDS,
};

/* The questions and the sections of checklist.sql: a section is answered when
 * it does not apply. */
static const char *const answer_items[] = { "REQ1", "REQ2", "REQ3", "REQ4",
	"C1", "C1a", "C1b", "C1c", "C2", "C3", "C4", "C5", "C6", "R1", "R1a",
	"R1b", "R2", "R3", "R4", "R5", "R5a", "R6", "R7", "R7a", "R8", "R8a",
	"R8b", "SV1", "SV1a", "SV2", "SV2a", "SV3", "SV4", "SV5", "SV6", "SV7",
	"uplinks", "equipment", "people", "plan", "ipam", "security", "pilot",
	"services", "monitoring", "record", "voip", "projects", "final", NULL };

/* Who is asked for a length or a share answers with a number. */
static const char *const answer_words[] = { "yes", "partly", "no", "n-a",
	"none", "same", "different", NULL };

static const struct yaml_field answer_fields[] = {
	{ "item", YAML_CHOICE, .required = true, .choices = answer_items },
	{ "circuit", YAML_TEXT },
	{ "provider", YAML_TEXT },
	{ "value", YAML_NUMBER, .choices = answer_words },
	{ "text", YAML_TEXT },
	{ "by", YAML_TEXT },
	{ "date", YAML_DATE },
	FACT_COMMON_FIELDS,
};

static const struct yaml_field vendor_fields[] = {
	{ "name", YAML_TEXT, .required = true },
	{ "model", YAML_TEXT },
	{ "category", YAML_TEXT },
	{ "statement", YAML_BOOLEAN },
	FACT_COMMON_FIELDS,
};

static const char *const plan_kinds[] = { "objective", "scope", "timeline",
	"stakeholder", "requirement", "assumption", "resource", NULL };

static const struct yaml_field plan_fields[] = {
	{ "kind", YAML_CHOICE, .required = true, .choices = plan_kinds },
	{ "text", YAML_TEXT, .required = true },
	FACT_COMMON_FIELDS,
};

static const struct yaml_field person_fields[] = {
	{ "role", YAML_TEXT, .required = true },
	{ "name", YAML_TEXT, .required = true },
	{ "firm", YAML_TEXT },
	{ "contract", YAML_TEXT },
	{ "skill", YAML_TEXT },
	FACT_COMMON_FIELDS,
};

static const char *const procedure_kinds[] = { "procedure", "security policy",
	NULL };

static const struct yaml_field procedure_fields[] = {
	{ "title", YAML_TEXT, .required = true },
	{ "kind", YAML_CHOICE, .choices = procedure_kinds },
	{ "link", YAML_TEXT },
	{ "version", YAML_TEXT },
	{ "reviewed", YAML_DATE },
	FACT_COMMON_FIELDS,
};

static const struct yaml_field activity_fields[] = {
	{ "date", YAML_DATE, .required = true },
	{ "text", YAML_TEXT, .required = true },
	{ "by", YAML_TEXT },
	FACT_COMMON_FIELDS,
};

static const char *const requirements[] = { "yes", "no", "exempt", NULL };
static const char *const project_states[] = { "open", "closed", NULL };

static const struct yaml_field project_fields[] = {
	{ "name", YAML_TEXT, .required = true },
	{ "requires_ipv6", YAML_CHOICE, .choices = requirements },
	{ "evidence", YAML_TEXT },
	{ "state", YAML_CHOICE, .choices = project_states },
	{ "signed_by", YAML_TEXT },
	FACT_COMMON_FIELDS,
};

static const struct yaml_field waiver_fields[] = {
	{ "finding", YAML_TEXT, .required = true },
	{ "object", YAML_TEXT, .required = true },
	{ "reason", YAML_TEXT, .required = true },
	{ "by", YAML_TEXT, .required = true },
	{ "until", YAML_DATE, .required = true },
	FACT_COMMON_FIELDS,
};

static const struct yaml_field signoff_fields[] = {
	{ "page", YAML_TEXT, .required = true },
	{ "by", YAML_TEXT, .required = true },
	{ "date", YAML_DATE, .required = true },
	FACT_COMMON_FIELDS,
};

const struct fact_kind rollout_facts[] = {
	{ "phases", "fact_phase", phase_fields, .is_numbered = true,
		.key = { "id" }, .otherwise = { "title", .as = "id" },
		.lists = phase_lists },
	{ "pilot", "fact_pilot", pilot_fields, .is_section = true,
		.lists = pilot_lists },
	{ "tasks", "fact_task", task_fields, .key = { "id" } },
	{ "answers", "fact_answer", answer_fields,
		.key = { "item", "circuit", "provider", "date" } },
	{ "vendors", "fact_vendor", vendor_fields,
		.key = { "name", "model", "category" } },
	{ "plan", "fact_plan_item", plan_fields, .is_numbered = true },
	{ "people", "fact_person", person_fields, .key = { "role", "name" } },
	{ "procedures", "fact_procedure", procedure_fields,
		.key = { "title" } },
	{ "activities", "fact_activity", activity_fields, .is_numbered = true },
	{ "projects", "fact_project", project_fields, .key = { "name" } },
	{ "waivers", "fact_waiver", waiver_fields,
		.key = { "finding", "object" } },
	{ "signoffs", "fact_signoff", signoff_fields,
		.key = { "page", "by", "date" } },
	{ NULL },
};
