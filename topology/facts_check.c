/* facts_check.c -- what must hold among records: nothing is given twice, every
 * reference finds its record, an end follows its start.
 *
 * All keys of a file are gathered and sorted first, so that a record may refer
 * to one that stands behind it. A record with a mistake in one field is checked
 * all the same. */
#include "facts_check.h"

#include <stdlib.h>
#include <string.h>

#include "facts_kinds.h"
#include "facts_values.h"
#include "memory.h"
#include "spelling.h"
#include "yaml.h"

struct key {
	const struct fact_kind *kind;
	const char *text;
	const struct yaml_node *record;
};

struct check {
	const struct yaml_document *document;
	struct arena *arena;
	struct key *keys;
	size_t count, capacity;
	int mistakes;
};

/* A field of one of these names holds the key of a record of that kind. */
static const struct reference {
	const char *field;
	const char *kind;
} references[] = {
	{ "site", "sites" },
	{ "phase", "phases" },
	{ "target_phase", "phases" },
	{ "circuit", "circuits" },
	{ "vantage", "vantages" },
};

/* The values of the key in one spelling. NULL when none is given. */
static const char *
key_of(struct check *check, const struct fact_kind *kind,
	const struct yaml_node *record, const char *between)
{
	struct text key = { 0 };
	const char *result = NULL;

	for (const char *const *name = kind->key; *name != NULL; name++) {
		const char *text = fact_text(kind, record, *name);
		char spelling[IP_TEXT_SIZE];

		if (key.length > 0)
			text_append(&key, between);
		if (text != NULL)
			text_append(&key,
				fact_spelling(fact_field(kind, *name)->type,
					text, spelling));
	}
	if (key.length > 0)
		result = arena_text(check->arena, key.bytes);
	text_free(&key);
	return result;
}

static void
gather_keys(struct check *check, const struct fact_kind *kind)
{
	const struct yaml_node *record =
		fact_first(kind, yaml_root(check->document));

	for (; record != NULL; record = fact_next(record)) {
		const char *text = key_of(check, kind, record, "\x1f");

		if (text == NULL)
			continue;
		check->keys = memory_grown(check->keys, check->count,
			&check->capacity, sizeof(struct key));
		check->keys[check->count++] =
			(struct key){ kind, text, record };
	}
}

static int
compare_keys(const void *left, const void *right)
{
	const struct key *a = left, *b = right;

	if (a->kind != b->kind)
		return strcmp(a->kind->name, b->kind->name);
	return strcmp(a->text, b->text);
}

/* Of the same key the earlier record stands first. */
static int
compare_keys_and_lines(const void *left, const void *right)
{
	const struct key *a = left, *b = right;
	int order = compare_keys(a, b);

	return order != 0 ? order : a->record->line - b->record->line;
}

static const char *
names_of_key(struct check *check, const struct fact_kind *kind,
	const struct yaml_node *record)
{
	const char *names = NULL;

	for (const char *const *name = kind->key; *name != NULL; name++) {
		if (fact_text(kind, record, *name) == NULL)
			continue;
		names = names == NULL
			? *name
			: arena_format(check->arena, "%s, %s", names, *name);
	}
	return names;
}

static void
check_twins(struct check *check)
{
	for (size_t i = 1; i < check->count; i++) {
		const struct key *key = &check->keys[i];

		if (compare_keys(key - 1, key) != 0)
			continue;
		yaml_complain(check->document, key->record,
			"%s: '%s' is given already in line %d",
			names_of_key(check, key->kind, key->record),
			key_of(check, key->kind, key->record, " "),
			key[-1].record->line);
		check->mistakes++;
	}
}

/* A key that may have been meant, or NULL. */
static const char *
nearest_key(const struct check *check, const struct fact_kind *kind,
	const char *text)
{
	for (size_t i = 0; i < check->count; i++)
		if (check->keys[i].kind == kind &&
			words_are_near(check->keys[i].text, text))
			return check->keys[i].text;
	return NULL;
}

static const struct fact_kind *
kind_called(const char *name)
{
	const struct fact_kind *kind;

	for (int i = 0; (kind = fact_kind_at(i)) != NULL; i++)
		if (strcmp(kind->name, name) == 0)
			return kind;
	return NULL;
}

static void
check_reference(struct check *check, const struct yaml_node *node,
	const struct reference *reference)
{
	const struct key wanted = { kind_called(reference->kind), node->text };
	const char *near;

	if (node->text == NULL || node->text[0] == '\0' ||
		(check->count > 0 &&
			bsearch(&wanted, check->keys, check->count,
				sizeof(struct key), compare_keys) != NULL))
		return;
	near = nearest_key(check, wanted.kind, node->text);
	if (near != NULL)
		yaml_complain(check->document, node,
			"%s: '%s' is none of the %s, did you mean '%s'?",
			reference->field, node->text, reference->kind, near);
	else
		yaml_complain(check->document, node,
			"%s: '%s' is none of the %s; add it to them",
			reference->field, node->text, reference->kind);
	check->mistakes++;
}

static void
check_references(struct check *check, const struct fact_kind *kind,
	const struct yaml_node *record)
{
	for (size_t i = 0; i < COUNT(references); i++) {
		const struct reference *reference = &references[i];
		const struct yaml_node *node =
			yaml_get(record, reference->field);

		if (node != NULL && fact_field(kind, node->key) != NULL)
			check_reference(check, node, reference);
	}
}

static void
check_any_of(struct check *check, const struct fact_kind *kind,
	const struct yaml_node *record)
{
	const char *names = NULL;

	if (kind->any_of[0] == NULL)
		return;
	for (const char *const *name = kind->any_of; *name != NULL; name++) {
		if (yaml_text(record, *name) != NULL)
			return;
		names = names == NULL
			? *name
			: arena_format(check->arena, "%s or %s", names, *name);
	}
	yaml_complain(check->document, record,
		"%s: at least one of them must be given", names);
	check->mistakes++;
}

/* Days compare as texts. */
static void
check_order(struct check *check, const struct yaml_node *record)
{
	const char *start = yaml_text(record, "start");
	const char *end = yaml_text(record, "end");

	if (start == NULL || end == NULL || strcmp(start, end) <= 0)
		return;
	yaml_complain(check->document, yaml_get(record, "end"),
		"end: %s lies before the start, %s", end, start);
	check->mistakes++;
}

static void
check_records(struct check *check, const struct fact_kind *kind)
{
	const struct yaml_node *record =
		fact_first(kind, yaml_root(check->document));

	for (; record != NULL; record = fact_next(record)) {
		check_references(check, kind, record);
		check_any_of(check, kind, record);
		check_order(check, record);
	}
}

int
facts_check_records(const struct yaml_document *document)
{
	struct check check = { .document = document, .arena = arena_create() };

	for (int i = 0; fact_kind_at(i) != NULL; i++)
		gather_keys(&check, fact_kind_at(i));
	if (check.count > 0)
		qsort(check.keys, check.count, sizeof(struct key),
			compare_keys_and_lines);
	check_twins(&check);
	for (int i = 0; fact_kind_at(i) != NULL; i++)
		check_records(&check, fact_kind_at(i));
	free(check.keys);
	arena_free(check.arena);
	return check.mistakes;
}
