/* facts_kinds.h -- the kinds of records in facts.yaml, as tables; for the files
 * facts*.c only.
 *
 * A kind names its fields, its table and what must hold among its records. A
 * field is the column of its name (facts_rows.c knows the few exceptions), one
 * of a section has the section's name before: sla_v4_avail. A field called as
 * a record of another kind must name one: facts_check.c has the table. */
#ifndef TOPOLOGY_FACTS_KINDS_H
#define TOPOLOGY_FACTS_KINDS_H

#include <stdbool.h>

#include "yaml.h"

/* Any record may have these; they end a table of fields. */
#define FACT_COMMON_FIELDS \
	{ "owner", YAML_TEXT }, { "due", YAML_DATE }, { "note", YAML_TEXT }, \
		{ "ref", YAML_TEXT }, \
	{ \
		NULL \
	}

enum { LAST_VLAN = 4094, LAST_PORT = 65535, MOST_FIELDS_OF_A_KEY = 5 };

/* A field with many values: a table of its own, a row for each. */
struct fact_list {
	const char *section; /* that has the field; NULL: the record */
	const char *field;
	const char *table;
	const char *columns;
	const char *values; /* :key of the record, :field, :value, :ordinal */
	bool is_selector; /* no two records have the same entry */
};

struct fact_kind {
	const char *name; /* of the list in the file */
	const char *table;
	const struct yaml_field *fields;
	bool is_section; /* one record at most, not a list */
	bool is_numbered; /* column `ordinal` has its place in the file */
	/* Fields that no two records have all alike. */
	const char *key[MOST_FIELDS_OF_A_KEY];
	/* At least one of them must be given. */
	const char *any_of[MOST_FIELDS_OF_A_KEY];
	/* A field that is not given is `text`, or what the field `as` is. */
	struct {
		const char *field, *text, *as;
	} otherwise;
	const struct fact_list *lists; /* a row without field ends them */
	const char *finish; /* SQL, when all records are there */
};

/* Ended by a row without name; a kind stands behind those it refers to. */
extern const struct fact_kind network_facts[];
extern const struct fact_kind service_facts[];
extern const struct fact_kind rollout_facts[];

/* All of them, or NULL behind the last. */
const struct fact_kind *fact_kind_at(int index);

/* As given or otherwise; NULL for neither. */
const char *fact_text(const struct fact_kind *, const struct yaml_node *record,
	const char *field);
const struct yaml_field *fact_field(const struct fact_kind *, const char *name);
/* In the record or in its section. */
const struct yaml_field *fact_list_field(
	const struct fact_kind *, const struct fact_list *);

/* The first record of a kind and the one behind another; NULL: none. */
const struct yaml_node *fact_first(
	const struct fact_kind *, const struct yaml_node *root);
const struct yaml_node *fact_next(const struct yaml_node *record);

#endif
