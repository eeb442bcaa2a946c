/* facts.c -- facts.yaml: what only people know, as rows of the database.
 *
 * Rows are written while the file is still being checked: the database then
 * answers what was given twice and what refers to nothing. */
#include "facts.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "database.h"
#include "digest.h"
#include "facts_match.h"
#include "files.h"
#include "memory.h"
#include "times.h"
#include "yaml.h"

static const char *const strategies[] = { "core-to-edge", "edge-to-core",
	"islands", NULL };

static const char *const roles[] = { "router", "firewall", "l3switch", "switch",
	"ap", "server", "host", "phone", "printer", "provider", NULL };

static const struct yaml_field site_match_fields[] = {
	{ "location", YAML_TEXT },
	{ "name", YAML_TEXT },
	{ "prefix", YAML_TEXTS },
	{ NULL },
};

static const struct yaml_field site_fields[] = {
	{ "id", YAML_TEXT, .required = true },
	{ "name", YAML_TEXT },
	{ "match", YAML_SECTION, .fields = site_match_fields },
	{ "owner", YAML_TEXT },
	{ "note", YAML_TEXT },
	{ NULL },
};

static const struct yaml_field phase_fields[] = {
	{ "id", YAML_TEXT, .required = true },
	{ "title", YAML_TEXT },
	{ "strategy", YAML_CHOICE, .choices = strategies },
	{ "scope", YAML_TEXT },
	{ "start", YAML_DATE },
	{ "end", YAML_DATE },
	{ "owner", YAML_TEXT },
	{ "note", YAML_TEXT },
	{ NULL },
};

static const struct yaml_field device_match_fields[] = {
	{ "name", YAML_TEXTS },
	{ "serial", YAML_TEXTS },
	{ "chassis", YAML_TEXTS },
	{ "mac", YAML_TEXTS },
	{ "address", YAML_TEXTS },
	{ NULL },
};

static const struct yaml_field device_fields[] = {
	{ "name", YAML_TEXT, .required = true },
	{ "role", YAML_CHOICE, .choices = roles },
	{ "site", YAML_TEXT },
	{ "target_phase", YAML_TEXT },
	{ "owner", YAML_TEXT },
	{ "note", YAML_TEXT },
	{ "match", YAML_SECTION, .fields = device_match_fields },
	{ NULL },
};

static const struct yaml_field facts_fields[] = {
	{ "enterprise", YAML_TEXT },
	{ "sites", YAML_RECORDS, .fields = site_fields },
	{ "phases", YAML_RECORDS, .fields = phase_fields },
	{ "devices", YAML_RECORDS, .fields = device_fields },
	{ NULL },
};

/* A field that must name a record loaded before. */
struct reference {
	const char *field;
	const char *list;
	const char *find;
};

struct record_kind {
	const char *list; /* in the file */
	const struct yaml_field *fields;
	const char *key; /* no two records have the same */
	const char *find; /* one by its key */
	const char *insert; /* parameters are fields, and :ordinal */
	struct reference references[2];
	/* What one row cannot hold; its row is there. */
	int (*complete)(const struct facts *, const struct yaml_node *record);
};

static int
check_phase(const struct facts *facts, const struct yaml_node *phase)
{
	const char *start = yaml_text(phase, "start");
	const char *end = yaml_text(phase, "end");

	if (start == NULL || end == NULL || strcmp(start, end) <= 0)
		return 0;
	yaml_complain(facts->document, yaml_get(phase, "end"),
		"end: lies before the start");
	return -1;
}

static const struct record_kind record_kinds[] = {
	{
		.list = "sites",
		.fields = site_fields,
		.key = "id",
		.find = "SELECT 1 FROM fact_site WHERE id = ?",
		.insert = "INSERT INTO fact_site"
			  " (id, name, match_location, match_name, owner, note)"
			  " VALUES (:id, coalesce(:name, :id),"
			  " :match_location, :match_name, :owner, :note)",
		.complete = facts_add_site_prefixes,
	},
	{
		.list = "phases",
		.fields = phase_fields,
		.key = "id",
		.find = "SELECT 1 FROM fact_phase WHERE id = ?",
		.insert = "INSERT INTO fact_phase (id, ordinal, title,"
			  " strategy, scope, start, finish, owner, note)"
			  " VALUES (:id, :ordinal, coalesce(:title, :id),"
			  " :strategy, :scope, :start, :end, :owner, :note)",
		.complete = check_phase,
	},
	{
		.list = "devices",
		.fields = device_fields,
		.key = "name",
		.find = "SELECT 1 FROM fact_device WHERE name = ?",
		.insert = "INSERT INTO fact_device"
			  " (name, role, site, target_phase, owner, note)"
			  " VALUES (:name, :role, :site, :target_phase,"
			  " :owner, :note)",
		.references = {
			{ "site", "sites",
				"SELECT 1 FROM fact_site WHERE id = ?" },
			{ "target_phase", "phases",
				"SELECT 1 FROM fact_phase WHERE id = ?" },
		},
		.complete = facts_add_device_selectors,
	},
};

static struct value
field_value(const struct yaml_node *map, const struct yaml_field *field)
{
	const char *text = yaml_text(map, field->name);
	int64_t seconds;

	if (field->type == YAML_DATE && text != NULL &&
		date_parse(text, &seconds) == 0)
		return integer_value(seconds);
	return text_value(text);
}

/* Fields are parameters of the same name, those of a section with the name of
 * the section before: ":match_location". */
static void
bind_fields(struct query *query, const char *before,
	const struct yaml_node *map, const struct yaml_field *fields)
{
	for (const struct yaml_field *field = fields; field->name != NULL;
		field++) {
		char name[64];

		snprintf(name, sizeof(name), "%s%s", before, field->name);
		query_bind_name(query, name, field_value(map, field));
		if (field->type != YAML_SECTION)
			continue;
		strcat(name, "_");
		bind_fields(
			query, name, yaml_get(map, field->name), field->fields);
	}
}

/* 1 there is such a row, 0 there is none, -1 after logging. */
static int
find_row(const struct facts *facts, const char *sql, const char *key)
{
	struct query *query = query_prepare(facts->database, sql);
	int found;

	if (query == NULL)
		return -1;
	query_bind(query, 1, text_value(key));
	found = query_next(query);
	if (query_failed(query))
		found = -1;
	query_free(query);
	return found;
}

static int
check_references(const struct facts *facts, const struct record_kind *kind,
	const struct yaml_node *record)
{
	int mistakes = 0;

	for (size_t i = 0; i < COUNT(kind->references); i++) {
		const struct reference *reference = &kind->references[i];
		const char *key;

		if (reference->field == NULL)
			break;
		key = yaml_text(record, reference->field);
		if (key == NULL || find_row(facts, reference->find, key) != 0)
			continue;
		yaml_complain(facts->document,
			yaml_get(record, reference->field),
			"%s: '%s' is the id of none of the %s",
			reference->field, key, reference->list);
		mistakes++;
	}
	return mistakes == 0 ? 0 : -1;
}

static int
add_record(const struct facts *facts, const struct record_kind *kind,
	const struct yaml_node *record, struct query *insert)
{
	const char *key = yaml_text(record, kind->key);
	int result;

	switch (find_row(facts, kind->find, key)) {
	case 0:
		break;
	case 1:
		yaml_complain(facts->document, record,
			"%s: '%s' is given already", kind->key, key);
		return -1;
	default:
		return -1;
	}
	result = check_references(facts, kind, record);
	bind_fields(insert, ":", record, kind->fields);
	if (query_run(insert, NULL, 0) != 0 ||
		kind->complete(facts, record) != 0)
		return -1;
	return result;
}

static int
add_records(const struct facts *facts, const struct record_kind *kind)
{
	const struct yaml_node *root = yaml_root(facts->document);
	struct query *insert = query_prepare(facts->database, kind->insert);
	int64_t ordinal = 0;
	int result = 0;

	if (insert == NULL)
		return -1;
	for (const struct yaml_node *record =
			yaml_first(yaml_get(root, kind->list));
		record != NULL; record = yaml_next(record)) {
		query_bind_name(insert, ":ordinal", integer_value(++ordinal));
		if (add_record(facts, kind, record, insert) != 0)
			result = -1;
	}
	query_free(insert);
	return result;
}

static int
add_all(const struct facts *facts)
{
	int result = 0;

	if (database_run(facts->database,
		    "DELETE FROM fact_device_match; DELETE FROM fact_device;"
		    "DELETE FROM fact_phase; DELETE FROM fact_site_prefix;"
		    "DELETE FROM fact_site") != 0)
		return -1;
	for (size_t i = 0; i < COUNT(record_kinds); i++)
		if (add_records(facts, &record_kinds[i]) != 0)
			result = -1;
	return result;
}

static int
set_meta(const struct facts *facts, const uint8_t digest[DIGEST_SIZE])
{
	char hash[DIGEST_TEXT_SIZE];
	const struct value values[] = {
		text_value(yaml_text(yaml_root(facts->document), "enterprise")),
		text_value(digest_text(digest, hash)),
	};
	struct query *update = query_prepare(facts->database,
		"UPDATE meta SET enterprise = ?, facts_hash = ?");
	int result = -1;

	if (update != NULL)
		result = query_run(update, values, COUNT(values));
	query_free(update);
	return result;
}

int
facts_load(struct database *database, const char *path)
{
	struct facts facts = { .database = database };
	struct yaml_document *document = NULL;
	uint8_t digest[DIGEST_SIZE];
	int result = -1;
	size_t length;
	char *text = file_read(path, &length);

	if (text != NULL)
		document = yaml_read_text(path, text, length, 1);
	if (document == NULL || yaml_check(document, facts_fields) != 0)
		goto out;
	facts.document = document;
	digest_bytes(text, length, digest);
	if (add_all(&facts) == 0)
		result = set_meta(&facts, digest);
out:
	yaml_close(document);
	free(text);
	return result;
}
