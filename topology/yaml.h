/* yaml.h -- YAML files as trees that know their lines, checked by tables.
 *
 * The only door to libyaml. yaml_check compares a tree with a table of fields
 * and logs every mistake of the file in one run, each as
 * "FILE:LINE: FIELD: what is wrong". Text is UTF-8 and belongs to the
 * document. */
#ifndef TOPOLOGY_YAML_H
#define TOPOLOGY_YAML_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum yaml_kind { YAML_SCALAR, YAML_LIST, YAML_MAP };

struct yaml_node {
	enum yaml_kind kind;
	int line; /* from 1 */
	const char *key; /* in a map; NULL in a list and at the top */
	const char *text; /* of a scalar; NULL for a plain null or "~" */
	struct yaml_node *first; /* children of a list or map, in file order */
	struct yaml_node *next;
};

struct yaml_document;

/* NULL after logging. What reading could go past, yaml_check counts.
 * `first_line` shifts the line numbers of a text that was
 * cut out of a file (front matter); 1 for a whole file. */
struct yaml_document *yaml_read_file(const char *path);
struct yaml_document *yaml_read_text(
	const char *name, const char *text, size_t length, int first_line);
/* Not "yaml_free": libyaml exports that name and would call ours. */
void yaml_close(struct yaml_document *);
/* NULL for an empty file. */
const struct yaml_node *yaml_root(const struct yaml_document *);
const char *yaml_name(const struct yaml_document *);

enum yaml_type {
	YAML_TEXT,
	YAML_INTEGER,
	YAML_NUMBER, /* 99.95 */
	YAML_RATE, /* of bits per second: 1G, 2.5M, 64000 */
	YAML_BOOLEAN, /* true, false, yes, no */
	YAML_DATE, /* 2026-09-17 */
	YAML_IP, /* address of either family */
	YAML_PREFIX,
	YAML_MAC,
	YAML_NAME, /* a text; an address or a MAC has many spellings */
	YAML_CHOICE, /* one of `choices` */
	YAML_TEXTS, /* one text, or a list of texts, of type `each` */
	YAML_SECTION, /* a map with `fields`; without: any names, all texts */
	YAML_RECORDS, /* a list of maps with `fields` */
};

struct yaml_field {
	const char *name; /* NULL ends the table */
	enum yaml_type type;
	bool required;
	/* NULL-terminated; of another type than a choice: words that are
	 * understood as well */
	const char *const *choices;
	const struct yaml_field *fields; /* of a section or of records */
	enum yaml_type each; /* entry of a list */
	int64_t least, most; /* of a number; both 0: any */
};

/* Mistakes found here and while reading (each was logged); 0 means that the
 * accessors below may be used without further checks. */
int yaml_check(const struct yaml_document *, const struct yaml_field *fields);

/* Logs "FILE:LINE: ..." for a mistake that a table cannot see. */
void yaml_complain(const struct yaml_document *, const struct yaml_node *,
	const char *format, ...) __attribute__((format(printf, 3, 4)));

/* NULL when `map` is NULL or has no such key. */
const struct yaml_node *yaml_get(const struct yaml_node *map, const char *key);
const char *yaml_text(const struct yaml_node *map, const char *key);
int64_t yaml_integer(
	const struct yaml_node *map, const char *key, int64_t otherwise);
bool yaml_boolean(const struct yaml_node *map, const char *key, bool otherwise);

/* Walks a list; also a single scalar as a list of one; nothing for NULL. */
const struct yaml_node *yaml_first(const struct yaml_node *list);
const struct yaml_node *yaml_next(const struct yaml_node *item);

#endif
