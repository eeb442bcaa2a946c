/* facts_selectors.c -- what recognises one record must not recognise another:
 * a serial number of two devices, a prefix of two sites. */
#include "facts_check.h"

#include <stdlib.h>
#include <string.h>

#include "facts_kinds.h"
#include "facts_values.h"
#include "memory.h"
#include "yaml.h"

struct selector {
	const char *text; /* in one spelling */
	const struct yaml_node *item, *record;
};

struct selectors {
	struct arena *arena;
	struct selector *all;
	size_t count, capacity;
};

static void
gather_record(struct selectors *selectors, const struct yaml_field *field,
	const struct yaml_node *list, const struct yaml_node *record)
{
	for (const struct yaml_node *item = yaml_first(list); item != NULL;
		item = yaml_next(item)) {
		char spelling[IP_TEXT_SIZE];
		const char *text;

		if (item->text == NULL)
			continue;
		text = fact_spelling(field->each, item->text, spelling);
		selectors->all = memory_grown(selectors->all, selectors->count,
			&selectors->capacity, sizeof(struct selector));
		selectors->all[selectors->count++] =
			(struct selector){ arena_text(selectors->arena, text),
				item, record };
	}
}

static int
compare_selectors(const void *left, const void *right)
{
	const struct selector *a = left, *b = right;
	int order = strcmp(a->text, b->text);

	return order != 0 ? order : a->item->line - b->item->line;
}

static int
complain_of_twins(const struct yaml_document *document, const char *field,
	const struct selectors *selectors)
{
	int mistakes = 0;

	for (size_t i = 1; i < selectors->count; i++) {
		const struct selector *one = &selectors->all[i - 1];
		const struct selector *other = &selectors->all[i];

		if (strcmp(one->text, other->text) != 0 ||
			one->record == other->record)
			continue;
		yaml_complain(document, other->item,
			"%s: '%s' is given already for another record in line "
			"%d; one alone can be recognised by it",
			field, other->item->text, one->item->line);
		mistakes++;
	}
	return mistakes;
}

static int
check_list(const struct yaml_document *document, const struct fact_kind *kind,
	const struct fact_list *list)
{
	struct selectors selectors = { .arena = arena_create() };
	const struct yaml_field *field = fact_list_field(kind, list);
	const struct yaml_node *record = fact_first(kind, yaml_root(document));
	int mistakes;

	for (; record != NULL; record = fact_next(record))
		gather_record(&selectors, field,
			yaml_get(yaml_get(record, list->section), list->field),
			record);
	if (selectors.count > 0)
		qsort(selectors.all, selectors.count, sizeof(struct selector),
			compare_selectors);
	mistakes = complain_of_twins(document, list->field, &selectors);
	free(selectors.all);
	arena_free(selectors.arena);
	return mistakes;
}

int
facts_check_selectors(const struct yaml_document *document)
{
	const struct fact_kind *kind;
	int mistakes = 0;

	for (int i = 0; (kind = fact_kind_at(i)) != NULL; i++)
		for (const struct fact_list *list = kind->lists;
			list != NULL && list->field != NULL; list++)
			if (list->is_selector)
				mistakes += check_list(document, kind, list);
	return mistakes;
}
