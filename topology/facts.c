/* facts.c -- facts.yaml, read, checked and stored.
 *
 * Fields are checked by yaml_check.c, what must hold among records by
 * facts_check.c and facts_selectors.c; all look at the whole file, so that one
 * run tells every mistake. */
#include "facts.h"

#include <stdlib.h>
#include <string.h>

#include "database.h"
#include "digest.h"
#include "facts_check.h"
#include "facts_kinds.h"
#include "facts_rows.h"
#include "files.h"
#include "memory.h"
#include "yaml.h"

struct facts {
	struct yaml_document *document;
	uint8_t digest[DIGEST_SIZE];
};

/* The fields at the top of the file: each kind is one. */
static struct yaml_field *
top_fields(void)
{
	struct yaml_field *fields = NULL;
	size_t capacity = 0;

	fields = memory_grown(fields, 0, &capacity, sizeof(*fields));
	fields[0] = (struct yaml_field){ "enterprise", YAML_TEXT };
	for (int i = 0;; i++) {
		const struct fact_kind *kind = fact_kind_at(i);

		fields = memory_grown(
			fields, (size_t)i + 1, &capacity, sizeof(*fields));
		if (kind == NULL) {
			fields[i + 1] = (struct yaml_field){ NULL };
			return fields;
		}
		fields[i + 1] = (struct yaml_field){ kind->name,
			kind->is_section ? YAML_SECTION : YAML_RECORDS,
			.fields = kind->fields };
	}
}

static int
check(const struct yaml_document *document)
{
	struct yaml_field *fields = top_fields();
	int mistakes = yaml_check(document, fields);

	free(fields);
	mistakes += facts_check_records(document);
	mistakes += facts_check_selectors(document);
	return mistakes == 0 ? 0 : -1;
}

struct facts *
facts_read_text(const char *name, const char *text, size_t length)
{
	struct facts *facts = memory_zeroed(sizeof(*facts));

	facts->document = yaml_read_text(name, text, length, 1);
	digest_bytes(text, length, facts->digest);
	if (facts->document != NULL && check(facts->document) == 0)
		return facts;
	facts_free(facts);
	return NULL;
}

struct facts *
facts_read(const char *path)
{
	struct facts *facts;
	size_t length;
	char *text = file_read(path, &length);

	if (text == NULL)
		return NULL;
	facts = facts_read_text(path, text, length);
	free(text);
	return facts;
}

void
facts_free(struct facts *facts)
{
	if (facts != NULL)
		yaml_close(facts->document);
	free(facts);
}

const struct yaml_node *
facts_root(const struct facts *facts)
{
	return yaml_root(facts->document);
}

const char *
facts_list_name(int index)
{
	const struct fact_kind *kind = fact_kind_at(index);

	return kind != NULL ? kind->name : NULL;
}

int
facts_count(const struct facts *facts, const char *list)
{
	int count = 0;

	for (int i = 0; fact_kind_at(i) != NULL; i++) {
		const struct fact_kind *kind = fact_kind_at(i);

		if (strcmp(kind->name, list) != 0)
			continue;
		for (const struct yaml_node *record =
				fact_first(kind, facts_root(facts));
			record != NULL; record = fact_next(record))
			count++;
	}
	return count;
}

static int
set_meta(struct database *database, const struct facts *facts)
{
	char hash[DIGEST_TEXT_SIZE];
	const struct value values[] = {
		text_value(yaml_text(facts_root(facts), "enterprise")),
		text_value(digest_text(facts->digest, hash)),
	};
	struct query *update = query_prepare(
		database, "UPDATE meta SET enterprise = ?, facts_hash = ?");
	int result = -1;

	if (update != NULL)
		result = query_run(update, values, COUNT(values));
	query_free(update);
	return result;
}

int
facts_store(struct database *database, const struct facts *facts)
{
	if (facts_write_rows(database, facts_root(facts)) != 0)
		return -1;
	return set_meta(database, facts);
}

int
facts_load(struct database *database, const char *path)
{
	struct facts *facts = facts_read(path);
	int result = facts != NULL ? facts_store(database, facts) : -1;

	facts_free(facts);
	return result;
}
