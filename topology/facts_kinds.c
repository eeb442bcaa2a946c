/* facts_kinds.c -- finding one's way in the tables of kinds, and in a file by
 * means of them. */
#include "facts_kinds.h"

#include <stddef.h>
#include <string.h>

#include "memory.h"

const struct fact_kind *
fact_kind_at(int index)
{
	static const struct fact_kind *const parts[] = { network_facts,
		service_facts, rollout_facts };

	for (size_t i = 0; i < COUNT(parts); i++)
		for (const struct fact_kind *kind = parts[i];
			kind->name != NULL; kind++)
			if (index-- == 0)
				return kind;
	return NULL;
}

const struct yaml_field *
fact_field(const struct fact_kind *kind, const char *name)
{
	for (const struct yaml_field *field = kind->fields; field->name != NULL;
		field++)
		if (strcmp(field->name, name) == 0)
			return field;
	return NULL;
}

const struct yaml_field *
fact_list_field(const struct fact_kind *kind, const struct fact_list *list)
{
	const struct yaml_field *field = list->section == NULL
		? kind->fields
		: fact_field(kind, list->section)->fields;

	while (strcmp(field->name, list->field) != 0)
		field++;
	return field;
}

const char *
fact_text(const struct fact_kind *kind, const struct yaml_node *record,
	const char *field)
{
	const char *text = yaml_text(record, field);

	if (text != NULL || kind->otherwise.field == NULL ||
		strcmp(kind->otherwise.field, field) != 0)
		return text;
	if (kind->otherwise.text != NULL)
		return kind->otherwise.text;
	return yaml_text(record, kind->otherwise.as);
}

/* The node itself or the next that is a record; others are mistakes. */
static const struct yaml_node *
record_from(const struct yaml_node *node)
{
	while (node != NULL && node->kind != YAML_MAP)
		node = yaml_next(node);
	return node;
}

const struct yaml_node *
fact_first(const struct fact_kind *kind, const struct yaml_node *root)
{
	const struct yaml_node *node = yaml_get(root, kind->name);

	return record_from(kind->is_section ? node : yaml_first(node));
}

const struct yaml_node *
fact_next(const struct yaml_node *record)
{
	return record_from(yaml_next(record));
}
