/* conforms.c -- does a JSON file conform to a JSON Schema?
 *
 *   conforms SCHEMA FILE
 *
 * Knows the words that our schemas use: type, enum, properties, required,
 * additionalProperties, items, minItems and maxItems; a schema with another
 * word that could matter is refused. Says each fault with its place. */
#include <jansson.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

struct place {
	const struct place *outer;
	const char *name; /* of a member, or NULL */
	size_t index;
};

static int faults;

static void
print_place(const struct place *place)
{
	if (place == NULL)
		return;
	print_place(place->outer);
	if (place->name != NULL)
		printf("/%s", place->name);
	else
		printf("/%zu", place->index);
}

static void
fault(const struct place *place, const char *what, const char *which)
{
	faults++;
	print_place(place);
	printf(": %s %s\n", what, which);
}

static bool
is_of_type(const json_t *value, const char *type)
{
	static const char *const names[] = { [JSON_OBJECT] = "object",
		[JSON_ARRAY] = "array",
		[JSON_STRING] = "string",
		[JSON_INTEGER] = "integer",
		[JSON_REAL] = "number",
		[JSON_TRUE] = "boolean",
		[JSON_FALSE] = "boolean",
		[JSON_NULL] = "null" };

	return type != NULL && strcmp(names[json_typeof(value)], type) == 0;
}

static void
check_type(const json_t *types, const json_t *value, const struct place *place)
{
	size_t i;
	json_t *type;

	if (types == NULL || is_of_type(value, json_string_value(types)))
		return;
	json_array_foreach(types, i,
		type) if (is_of_type(value, json_string_value(type))) return;
	fault(place, "is not of the type", "that the schema says");
}

static void
check_enum(const json_t *list, const json_t *value, const struct place *place)
{
	size_t i;
	json_t *allowed;

	if (list == NULL)
		return;
	json_array_foreach(
		list, i, allowed) if (json_equal(allowed, value)) return;
	fault(place, "is none of the values", "that the schema lists");
}

static void check(json_t *schema, json_t *value, const struct place *);

static void
check_members(json_t *schema, json_t *object, const struct place *place)
{
	json_t *properties = json_object_get(schema, "properties");
	json_t *value, *name;
	const char *key;
	size_t i;

	json_array_foreach(json_object_get(schema, "required"), i,
		name) if (json_object_get(object, json_string_value(name)) ==
		NULL) fault(place, "lacks", json_string_value(name));
	json_object_foreach(object, key, value)
	{
		const struct place inner = { place, key, 0 };
		json_t *known = json_object_get(properties, key);

		if (known != NULL)
			check(known, value, &inner);
		else if (json_is_false(json_object_get(
				 schema, "additionalProperties")))
			fault(place, "must not have", key);
	}
}

static void
check_items(json_t *schema, json_t *array, const struct place *place)
{
	json_t *least = json_object_get(schema, "minItems");
	json_t *most = json_object_get(schema, "maxItems");
	json_int_t size = (json_int_t)json_array_size(array);
	json_t *items = json_object_get(schema, "items");
	json_t *value;
	size_t i;

	if ((least != NULL && size < json_integer_value(least)) ||
		(most != NULL && size > json_integer_value(most)))
		fault(place, "has another number of items", "than it may");
	json_array_foreach(array, i, value)
	{
		const struct place inner = { place, NULL, i };

		if (items != NULL)
			check(items, value, &inner);
	}
}

static void
refuse_unknown_words(json_t *schema, const struct place *place)
{
	static const char known[] = " $schema title description type enum "
				    "properties required additionalProperties "
				    "items minItems maxItems ";
	const char *word;
	json_t *value;

	json_object_foreach(schema, word, value) if (strstr(known, word) ==
		NULL) fault(place, "the schema has an unknown word", word);
}

static void
check(json_t *schema, json_t *value, const struct place *place)
{
	refuse_unknown_words(schema, place);
	check_type(json_object_get(schema, "type"), value, place);
	check_enum(json_object_get(schema, "enum"), value, place);
	if (json_is_object(value))
		check_members(schema, value, place);
	if (json_is_array(value))
		check_items(schema, value, place);
}

static json_t *
load(const char *path)
{
	json_error_t error;
	json_t *json = json_load_file(path, JSON_REJECT_DUPLICATES, &error);

	if (json == NULL)
		fprintf(stderr, "%s:%d: %s\n", path, error.line, error.text);
	return json;
}

int
main(int argc, char **argv)
{
	json_t *schema, *value;

	if (argc != 3)
		return 2;
	schema = load(argv[1]);
	value = load(argv[2]);
	if (schema != NULL && value != NULL)
		check(schema, value, NULL);
	else
		faults++;
	json_decref(schema);
	json_decref(value);
	return faults == 0 ? 0 : 1;
}
