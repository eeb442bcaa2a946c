/* facts_rows.c -- records of facts.yaml as rows.
 *
 * The INSERT is made from the fields that a record has, so that those it lacks
 * get what the schema says. */
#include "facts_rows.h"

#include <stdlib.h>
#include <string.h>

#include "database.h"
#include "facts_kinds.h"
#include "facts_values.h"
#include "memory.h"

struct row {
	struct arena *arena;
	struct text columns, marks; /* "id, name" and "?, ?" */
	struct value *values;
	size_t count, capacity;
};

/* Names of fields that SQL or C keep for themselves. */
static const char *
column_of(const char *field)
{
	static const struct {
		const char *field, *column;
	} columns[] = {
		{ "as", "provider_as" },
		{ "by", "by_name" },
		{ "end", "finish" },
		{ "from", "from_zone" },
		{ "to", "to_zone" },
	};

	for (size_t i = 0; i < COUNT(columns); i++)
		if (strcmp(columns[i].field, field) == 0)
			return columns[i].column;
	return field;
}

static void
row_add(struct row *row, const char *column, struct value value)
{
	text_append(&row->columns, row->count > 0 ? ", " : "");
	text_append(&row->columns, column);
	text_append(&row->marks, row->count > 0 ? ", ?" : "?");
	row->values = memory_grown(
		row->values, row->count, &row->capacity, sizeof(struct value));
	row->values[row->count++] = value;
}

static struct value
value_of(struct arena *arena, enum yaml_type type, const char *text)
{
	char spelling[IP_TEXT_SIZE];

	return fact_value(
		type, arena_text(arena, fact_spelling(type, text, spelling)));
}

static void
row_add_section(struct row *row, const struct yaml_node *section,
	const struct yaml_field *fields)
{
	for (const struct yaml_field *field = fields; field->name != NULL;
		field++) {
		const char *text = yaml_text(section, field->name);

		if (text != NULL && field->type != YAML_TEXTS)
			row_add(row,
				arena_format(row->arena, "%s_%s", section->key,
					field->name),
				value_of(row->arena, field->type, text));
	}
}

static void
row_add_fields(struct row *row, const struct fact_kind *kind,
	const struct yaml_node *record)
{
	for (const struct yaml_field *field = kind->fields; field->name != NULL;
		field++) {
		const char *text = fact_text(kind, record, field->name);
		const struct yaml_node *node = yaml_get(record, field->name);

		if (field->type == YAML_SECTION && node != NULL)
			row_add_section(row, node, field->fields);
		else if (text != NULL && field->type != YAML_TEXTS)
			row_add(row, column_of(field->name),
				value_of(row->arena, field->type, text));
	}
}

static int
row_insert(const struct row *row, struct database *database, const char *table)
{
	const char *sql =
		arena_format(row->arena, "INSERT INTO %s (%s) VALUES (%s)",
			table, row->columns.bytes, row->marks.bytes);
	struct query *insert = query_prepare(database, sql);
	int result = -1;

	if (insert != NULL)
		result = query_run(insert, row->values, row->count);
	query_free(insert);
	return result;
}

static int
write_row(struct database *database, const struct fact_kind *kind,
	const struct yaml_node *record, int64_t ordinal)
{
	struct row row = { .arena = arena_create() };
	int result;

	if (kind->is_numbered)
		row_add(&row, "ordinal", integer_value(ordinal));
	row_add_fields(&row, kind, record);
	result = row_insert(&row, database, kind->table);
	text_free(&row.columns);
	text_free(&row.marks);
	free(row.values);
	arena_free(row.arena);
	return result;
}

static int
write_entries(struct query *insert, const struct fact_list *list,
	enum yaml_type type, const struct yaml_node *record)
{
	const struct yaml_node *map = list->section == NULL
		? record
		: yaml_get(record, list->section);
	int64_t ordinal = 0;

	for (const struct yaml_node *item =
			yaml_first(yaml_get(map, list->field));
		item != NULL; item = yaml_next(item)) {
		char spelling[IP_TEXT_SIZE];
		const char *text = fact_spelling(type, item->text, spelling);

		query_bind_name(insert, ":ordinal", integer_value(++ordinal));
		query_bind_name(insert, ":value", text_value(text));
		if (query_run(insert, NULL, 0) != 0)
			return -1;
	}
	return 0;
}

/* What is written twice in one list is meant once. */
static int
write_list(struct database *database, const struct fact_kind *kind,
	const struct fact_list *list, const struct yaml_node *root)
{
	enum yaml_type type = fact_list_field(kind, list)->each;
	struct text sql = { 0 };
	struct query *insert;
	int result = 0;

	text_format(&sql, "INSERT OR IGNORE INTO %s (%s) VALUES (%s)",
		list->table, list->columns, list->values);
	insert = query_prepare(database, sql.bytes);
	text_free(&sql);
	if (insert == NULL)
		return -1;
	query_bind_name(insert, ":field", text_value(list->field));
	for (const struct yaml_node *record = fact_first(kind, root);
		record != NULL && result == 0; record = fact_next(record)) {
		if (kind->key[0] != NULL)
			query_bind_name(insert, ":key",
				text_value(
					fact_text(kind, record, kind->key[0])));
		result = write_entries(insert, list, type, record);
	}
	query_free(insert);
	return result;
}

static int
write_kind(struct database *database, const struct fact_kind *kind,
	const struct yaml_node *root)
{
	int64_t ordinal = 0;

	for (const struct yaml_node *record = fact_first(kind, root);
		record != NULL; record = fact_next(record))
		if (write_row(database, kind, record, ++ordinal) != 0)
			return -1;
	for (const struct fact_list *list = kind->lists;
		list != NULL && list->field != NULL; list++)
		if (write_list(database, kind, list, root) != 0)
			return -1;
	return kind->finish != NULL ? database_run(database, kind->finish) : 0;
}

static int
empty_tables(struct database *database)
{
	struct text sql = { 0 };
	int result;

	for (int i = 0; fact_kind_at(i) != NULL; i++) {
		const struct fact_kind *kind = fact_kind_at(i);

		for (const struct fact_list *list = kind->lists;
			list != NULL && list->field != NULL; list++)
			text_format(&sql, "DELETE FROM %s;", list->table);
		text_format(&sql, "DELETE FROM %s;", kind->table);
	}
	result = database_run(database, sql.bytes);
	text_free(&sql);
	return result;
}

int
facts_write_rows(struct database *database, const struct yaml_node *root)
{
	if (empty_tables(database) != 0)
		return -1;
	for (int i = 0; fact_kind_at(i) != NULL; i++)
		if (write_kind(database, fact_kind_at(i), root) != 0)
			return -1;
	return 0;
}
