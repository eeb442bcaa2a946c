/* yaml_check.c -- a YAML tree against a table of fields, and reading it.
 *
 * Goes on after each mistake, so that one run tells them all. */
#include "yaml_values.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "log.h"
#include "memory.h"
#include "quantities.h"
#include "spelling.h"

struct check {
	const struct yaml_document *document;
	int mistakes;
};

static int check_map(struct check *, const struct yaml_node *map,
	const struct yaml_field *fields);

void
yaml_complain(const struct yaml_document *document,
	const struct yaml_node *node, const char *format, ...)
{
	char message[1024];
	va_list arguments;

	va_start(arguments, format);
	vsnprintf(message, sizeof(message), format, arguments);
	va_end(arguments);
	log_error("%s:%d: %s", yaml_name(document),
		node != NULL ? node->line : 1, message);
}

static void __attribute__((format(printf, 4, 5)))
mistake(struct check *check, const struct yaml_node *node, const char *field,
	const char *format, ...)
{
	char message[1024];
	va_list arguments;

	va_start(arguments, format);
	vsnprintf(message, sizeof(message), format, arguments);
	va_end(arguments);
	yaml_complain(check->document, node, "%s: %s", field, message);
	check->mistakes++;
}

static bool
is_choice(const struct yaml_field *field, const char *text)
{
	if (field->choices == NULL)
		return false;
	for (const char *const *choice = field->choices; *choice != NULL;
		choice++)
		if (strcmp(*choice, text) == 0)
			return true;
	return false;
}

/* What a field must be, in words: "one of a, b" for a choice. */
static void
append_expected(struct text *words, const struct yaml_field *field)
{
	if (field->type != YAML_CHOICE) {
		text_append(words, yaml_type_words(field->type));
		return;
	}
	for (const char *const *choice = field->choices; *choice != NULL;
		choice++)
		text_format(words, "%s%s", words->length > 0 ? ", " : "one of ",
			*choice);
}

static void
mistake_choice(struct check *check, const struct yaml_node *node,
	const struct yaml_field *field)
{
	struct text list = { 0 };

	for (const char *const *choice = field->choices; *choice != NULL;
		choice++) {
		if (words_are_near(*choice, node->text)) {
			mistake(check, node, field->name,
				"'%s' is unknown, did you mean '%s'?",
				node->text, *choice);
			goto out;
		}
		text_append(&list, list.length > 0 ? ", " : "");
		text_append(&list, *choice);
	}
	if (field->type != YAML_CHOICE)
		text_format(&list, " and not %s", yaml_type_words(field->type));
	mistake(check, node, field->name, "'%s' is not one of %s", node->text,
		list.bytes);
out:
	text_free(&list);
}

static void
check_range(struct check *check, const struct yaml_node *node,
	const struct yaml_field *field)
{
	double number;

	if (field->least == 0 && field->most == 0)
		return;
	if (number_parse(node->text, &number) != 0 || number < field->least ||
		number > field->most)
		mistake(check, node, field->name,
			"'%s' is not from %" PRId64 " to %" PRId64, node->text,
			field->least, field->most);
}

static void
mistake_kind(struct check *check, const struct yaml_node *node,
	const struct yaml_field *field)
{
	struct text words = { 0 };

	append_expected(&words, field);
	mistake(check, node, field->name, "must be %s", words.bytes);
	text_free(&words);
}

static void
check_scalar(struct check *check, const struct yaml_node *node,
	const struct yaml_field *field)
{
	if (node->kind != YAML_SCALAR)
		mistake_kind(check, node, field);
	else if (is_choice(field, node->text))
		return;
	else if (field->choices != NULL &&
		(field->type == YAML_CHOICE ||
			!yaml_text_fits(field->type, node->text)))
		mistake_choice(check, node, field);
	else if (!yaml_text_fits(field->type, node->text))
		mistake(check, node, field->name, "'%s' is not %s", node->text,
			yaml_type_words(field->type));
	else
		check_range(check, node, field);
}

static void
check_texts(struct check *check, const struct yaml_node *node,
	const struct yaml_field *field)
{
	const char *expected = yaml_type_words(field->each);

	if (node->kind == YAML_MAP)
		mistake(check, node, field->name, "must be %s or a list of it",
			expected);
	for (const struct yaml_node *item = yaml_first(node); item != NULL;
		item = yaml_next(item))
		if (item->text == NULL || item->text[0] == '\0')
			mistake(check, item, field->name,
				"each entry must be %s", expected);
		else if (!yaml_text_fits(field->each, item->text))
			mistake(check, item, field->name, "'%s' is not %s",
				item->text, expected);
}

static void
append_names(struct text *list, const struct yaml_field *fields)
{
	for (const struct yaml_field *field = fields; field->name != NULL;
		field++) {
		text_append(list, list->length > 0 ? ", " : "");
		text_append(list, field->name);
	}
}

static void
mistake_no_group(struct check *check, const struct yaml_node *node,
	const struct yaml_field *field)
{
	struct text names = { 0 };

	text_append(&names, "a field is 'name: value'");
	if (field->fields != NULL) {
		text_clear(&names);
		append_names(&names, field->fields);
	}
	mistake(check, node, field->name, "%smust be %s: %s",
		field->type == YAML_RECORDS ? "each entry " : "",
		yaml_type_words(YAML_SECTION), names.bytes);
	text_free(&names);
}

static void
check_records(struct check *check, const struct yaml_node *node,
	const struct yaml_field *field)
{
	if (node->kind != YAML_LIST)
		mistake(check, node, field->name,
			"must be %s, each line beginning with '- '",
			yaml_type_words(field->type));
	for (const struct yaml_node *item = yaml_first(node); item != NULL;
		item = yaml_next(item))
		if (item->kind == YAML_MAP)
			check_map(check, item, field->fields);
		else if (node->kind == YAML_LIST)
			mistake_no_group(check, item, field);
}

static void
check_any_texts(struct check *check, const struct yaml_node *map)
{
	for (const struct yaml_node *node = map->first; node != NULL;
		node = node->next)
		if (node->text == NULL)
			mistake(check, node, node->key, "must be a text");
}

static void
check_section(struct check *check, const struct yaml_node *node,
	const struct yaml_field *field)
{
	if (node->kind != YAML_MAP)
		mistake_no_group(check, node, field);
	else if (field->fields == NULL)
		check_any_texts(check, node);
	else
		check_map(check, node, field->fields);
}

static bool
is_empty(const struct yaml_node *node)
{
	return node == NULL ||
		(node->kind == YAML_SCALAR && node->text == NULL);
}

static void
check_field(struct check *check, const struct yaml_node *node,
	const struct yaml_field *field)
{
	switch (field->type) {
	case YAML_TEXTS:
		check_texts(check, node, field);
		break;
	case YAML_SECTION:
		check_section(check, node, field);
		break;
	case YAML_RECORDS:
		check_records(check, node, field);
		break;
	default:
		check_scalar(check, node, field);
	}
}

static const struct yaml_field *
find_field(const struct yaml_field *fields, const char *name)
{
	for (const struct yaml_field *field = fields; field->name != NULL;
		field++)
		if (strcmp(field->name, name) == 0)
			return field;
	return NULL;
}

/* A field that is there, but with a slip of the finger, is told as such. */
static bool
is_misspelt(const struct yaml_node *map, const struct yaml_field *fields,
	const char *name)
{
	for (const struct yaml_node *node = map->first; node != NULL;
		node = node->next)
		if (words_are_near(node->key, name) &&
			find_field(fields, node->key) == NULL)
			return true;
	return false;
}

static void
mistake_unknown(struct check *check, const struct yaml_node *node,
	const struct yaml_field *fields)
{
	struct text names = { 0 };

	for (const struct yaml_field *field = fields; field->name != NULL;
		field++)
		if (words_are_near(field->name, node->key)) {
			mistake(check, node, node->key,
				"unknown field, did you mean '%s'?",
				field->name);
			return;
		}
	append_names(&names, fields);
	mistake(check, node, node->key, "unknown field, expected one of %s",
		names.bytes);
	text_free(&names);
}

static void
mistake_missing(struct check *check, const struct yaml_node *node,
	const struct yaml_field *field)
{
	struct text words = { 0 };

	append_expected(&words, field);
	mistake(check, node, field->name, "is missing, expected %s",
		words.bytes);
	text_free(&words);
}

static void
check_missing(struct check *check, const struct yaml_node *map,
	const struct yaml_field *fields)
{
	for (const struct yaml_field *field = fields; field->name != NULL;
		field++) {
		const struct yaml_node *node = yaml_get(map, field->name);

		if (field->required && is_empty(node) &&
			!is_misspelt(map, fields, field->name))
			mistake_missing(
				check, node != NULL ? node : map, field);
	}
}

/* In the order of the file, but what is missing last. */
static int
check_map(struct check *check, const struct yaml_node *map,
	const struct yaml_field *fields)
{
	for (const struct yaml_node *node = map->first; node != NULL;
		node = node->next) {
		const struct yaml_field *field = find_field(fields, node->key);

		if (field == NULL)
			mistake_unknown(check, node, fields);
		else if (!is_empty(node))
			check_field(check, node, field);
	}
	check_missing(check, map, fields);
	return check->mistakes;
}

int
yaml_check(
	const struct yaml_document *document, const struct yaml_field *fields)
{
	static const struct yaml_node empty = { .kind = YAML_MAP, .line = 1 };
	struct check check = {
		.document = document,
		.mistakes = yaml_mistakes(document),
	};
	const struct yaml_node *root = yaml_root(document);

	if (is_empty(root))
		return check_map(&check, &empty, fields);
	if (root->kind == YAML_MAP)
		return check_map(&check, root, fields);
	yaml_complain(document, root, "must be fields, as 'name: value'");
	return check.mistakes + 1;
}
