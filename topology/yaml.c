/* yaml.c -- the only door to libyaml: its events become a tree with lines.
 *
 * What nobody needs in a settings file is refused here, because it can only
 * hide a mistake or blow up memory: anchors and aliases, two documents, keys
 * given twice, and nesting or maps without bounds. */
#include "yaml_values.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <yaml.h>

#include "files.h"
#include "log.h"
#include "memory.h"

enum {
	DEPTH_LIMIT = 32,
	KEY_LIMIT = 1000, /* of one map; also bounds the search for twins */
	BYTE_LIMIT = 16 * 1024 * 1024,
};

struct yaml_document {
	struct arena *arena;
	const char *name;
	int first_line;
	struct yaml_node *root;
	int mistakes; /* that did not stop the reading */
};

struct reader {
	struct yaml_document *document;
	yaml_parser_t parser;
	const char *input;
	size_t length;
};

static struct yaml_node *read_node(struct reader *, yaml_event_t *, int depth);

static int
line_of(const struct yaml_document *document, yaml_mark_t mark)
{
	return (int)mark.line + document->first_line;
}

static void __attribute__((format(printf, 3, 4)))
complain(struct reader *reader, int line, const char *format, ...)
{
	char message[512];
	va_list arguments;

	va_start(arguments, format);
	vsnprintf(message, sizeof(message), format, arguments);
	va_end(arguments);
	log_error("%s:%d: %s", reader->document->name, line, message);
	reader->document->mistakes++;
}

/* libyaml gives an offset instead of a mark for bytes it cannot decode. */
static int
line_of_offset(const struct reader *reader)
{
	int line = reader->document->first_line;

	for (size_t i = 0; i < reader->parser.problem_offset; i++)
		line += reader->input[i] == '\n';
	return line;
}

/* What is not closed begins before the line where that shows. */
static void
complain_of_syntax(struct reader *reader)
{
	const yaml_parser_t *parser = &reader->parser;
	int line = parser->error == YAML_READER_ERROR
		? line_of_offset(reader)
		: line_of(reader->document, parser->problem_mark);
	int begin = line_of(reader->document, parser->context_mark);
	const char *hint = yaml_hint(parser->problem,
		yaml_line(reader->document->arena, reader->input,
			reader->length, line - reader->document->first_line));
	struct text words = { 0 };

	text_append(&words, parser->problem);
	if (parser->context != NULL)
		text_format(&words, " %s", parser->context);
	if (parser->context != NULL && begin < line)
		text_format(&words, " that begins in line %d", begin);
	if (hint != NULL)
		text_format(&words, "; %s", hint);
	complain(reader, line, "not YAML: %s", words.bytes);
	text_free(&words);
}

static int
next_event(struct reader *reader, yaml_event_t *event)
{
	if (yaml_parser_parse(&reader->parser, event))
		return 0;
	complain_of_syntax(reader);
	return -1;
}

static struct yaml_node *
add_node(struct reader *reader, const yaml_event_t *event, enum yaml_kind kind)
{
	struct yaml_node *node = arena_allocate(
		reader->document->arena, sizeof(struct yaml_node));

	node->kind = kind;
	node->line = line_of(reader->document, event->start_mark);
	return node;
}

static bool
is_null(const yaml_event_t *event)
{
	static const char *const words[] = { "", "~", "null", "Null", "NULL" };

	if (event->data.scalar.style != YAML_PLAIN_SCALAR_STYLE)
		return false;
	for (size_t i = 0; i < COUNT(words); i++)
		if (strcmp((char *)event->data.scalar.value, words[i]) == 0)
			return true;
	return false;
}

static struct yaml_node *
read_scalar(struct reader *reader, const yaml_event_t *event)
{
	struct yaml_node *node = add_node(reader, event, YAML_SCALAR);
	const char *value = (const char *)event->data.scalar.value;
	size_t length = event->data.scalar.length;

	if (memchr(value, '\0', length) != NULL)
		complain(reader, node->line, "a text holds a NUL character");
	if (!is_null(event))
		node->text = arena_copy(reader->document->arena, value, length);
	return node;
}

static struct yaml_node *
read_list(struct reader *reader, const yaml_event_t *start, int depth)
{
	struct yaml_node *list = add_node(reader, start, YAML_LIST);
	struct yaml_node **tail = &list->first;
	yaml_event_t event;

	while (next_event(reader, &event) == 0) {
		if (event.type == YAML_SEQUENCE_END_EVENT) {
			yaml_event_delete(&event);
			return list;
		}
		*tail = read_node(reader, &event, depth + 1);
		if (*tail == NULL)
			return NULL;
		tail = &(*tail)->next;
	}
	return NULL;
}

/* Takes the event. NULL: no key, and complained. */
static const char *
read_key(struct reader *reader, yaml_event_t *event, int *line)
{
	const char *key = NULL;

	*line = line_of(reader->document, event->start_mark);
	if (event->type == YAML_SCALAR_EVENT && event->data.scalar.length > 0)
		key = arena_text(reader->document->arena,
			(const char *)event->data.scalar.value);
	else
		complain(reader, *line, "a field name must be a word");
	yaml_event_delete(event);
	return key;
}

static int
check_new_key(struct reader *reader, const struct yaml_node *map,
	const char *key, int line)
{
	const struct yaml_node *twin = yaml_get(map, key);
	int count = 0;

	if (twin != NULL)
		complain(reader, line, "%s: given already in line %d", key,
			twin->line);
	for (const struct yaml_node *child = map->first; child != NULL;
		child = child->next)
		count++;
	if (count < KEY_LIMIT)
		return 0;
	complain(reader, line, "more than %d fields in one map", KEY_LIMIT);
	return -1;
}

/* The key's event is taken, its value is read. */
static struct yaml_node *
read_pair(struct reader *reader, const struct yaml_node *map,
	yaml_event_t *event, int depth)
{
	struct yaml_node *value;
	const char *key;
	int line;

	key = read_key(reader, event, &line);
	if (key == NULL || check_new_key(reader, map, key, line) != 0 ||
		next_event(reader, event) != 0)
		return NULL;
	value = read_node(reader, event, depth + 1);
	if (value == NULL)
		return NULL;
	value->key = key;
	value->line = line;
	return value;
}

static struct yaml_node *
read_map(struct reader *reader, const yaml_event_t *start, int depth)
{
	struct yaml_node *map = add_node(reader, start, YAML_MAP);
	struct yaml_node **tail = &map->first;
	yaml_event_t event;

	while (next_event(reader, &event) == 0) {
		if (event.type == YAML_MAPPING_END_EVENT) {
			yaml_event_delete(&event);
			return map;
		}
		*tail = read_pair(reader, map, &event, depth);
		if (*tail == NULL)
			return NULL;
		tail = &(*tail)->next;
	}
	return NULL;
}

static const char *
anchor_of(const yaml_event_t *event)
{
	switch (event->type) {
	case YAML_ALIAS_EVENT:
		return (const char *)event->data.alias.anchor;
	case YAML_SCALAR_EVENT:
		return (const char *)event->data.scalar.anchor;
	case YAML_SEQUENCE_START_EVENT:
		return (const char *)event->data.sequence_start.anchor;
	case YAML_MAPPING_START_EVENT:
		return (const char *)event->data.mapping_start.anchor;
	default:
		return NULL;
	}
}

/* Takes the event. NULL after complaining: reading cannot go on. */
static struct yaml_node *
read_node(struct reader *reader, yaml_event_t *event, int depth)
{
	int line = line_of(reader->document, event->start_mark);
	struct yaml_node *node = NULL;

	if (anchor_of(event) != NULL)
		complain(reader, line,
			"'%s': anchors and aliases are not understood; "
			"write the value out",
			anchor_of(event));
	else if (depth > DEPTH_LIMIT)
		complain(reader, line, "nested deeper than %d", DEPTH_LIMIT);
	else if (event->type == YAML_SCALAR_EVENT)
		node = read_scalar(reader, event);
	else if (event->type == YAML_SEQUENCE_START_EVENT)
		node = read_list(reader, event, depth);
	else if (event->type == YAML_MAPPING_START_EVENT)
		node = read_map(reader, event, depth);
	yaml_event_delete(event);
	return node;
}

/* Stream and document events carry nothing; any other begins the tree. */
static int
read_stream(struct reader *reader)
{
	yaml_event_type_t type;
	yaml_event_t event;

	do {
		if (next_event(reader, &event) != 0)
			return -1;
		type = event.type;
		if (type == YAML_DOCUMENT_START_EVENT &&
			reader->document->root != NULL) {
			complain(reader,
				line_of(reader->document, event.start_mark),
				"a second document; put all into one");
			yaml_event_delete(&event);
			return -1;
		}
		if (type == YAML_STREAM_START_EVENT ||
			type == YAML_STREAM_END_EVENT ||
			type == YAML_DOCUMENT_START_EVENT ||
			type == YAML_DOCUMENT_END_EVENT) {
			yaml_event_delete(&event);
			continue;
		}
		reader->document->root = read_node(reader, &event, 0);
		if (reader->document->root == NULL)
			return -1;
	} while (type != YAML_STREAM_END_EVENT);
	return 0;
}

static int
read_tree(struct yaml_document *document, const char *text, size_t length)
{
	struct reader reader = {
		.document = document,
		.input = text,
		.length = length,
	};
	int result;

	if (!yaml_parser_initialize(&reader.parser))
		abort();
	yaml_parser_set_encoding(&reader.parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(
		&reader.parser, (const unsigned char *)text, length);
	result = read_stream(&reader);
	yaml_parser_delete(&reader.parser);
	return result;
}

struct yaml_document *
yaml_read_text(
	const char *name, const char *text, size_t length, int first_line)
{
	struct arena *arena = arena_create();
	struct yaml_document *document =
		arena_allocate(arena, sizeof(*document));

	document->arena = arena;
	document->name = arena_text(arena, name);
	document->first_line = first_line;
	if (length > BYTE_LIMIT)
		log_error("%s: larger than 16 MiB", name);
	else if (read_tree(document, text, length) == 0)
		return document;
	yaml_close(document);
	return NULL;
}

struct yaml_document *
yaml_read_file(const char *path)
{
	struct yaml_document *document;
	size_t length;
	char *text = file_read(path, &length);

	if (text == NULL)
		return NULL;
	document = yaml_read_text(path, text, length, 1);
	free(text);
	return document;
}

void
yaml_close(struct yaml_document *document)
{
	if (document != NULL)
		arena_free(document->arena);
}

/* An empty file is an empty document, not a null. */
const struct yaml_node *
yaml_root(const struct yaml_document *document)
{
	return document->root;
}

int
yaml_mistakes(const struct yaml_document *document)
{
	return document->mistakes;
}

const char *
yaml_name(const struct yaml_document *document)
{
	return document->name;
}
