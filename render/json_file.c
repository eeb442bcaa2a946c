/* json_file.c -- what queries find as one JSON file for programs. */
#include "json_file.h"

#include <errno.h>
#include <string.h>

#include "log.h"
#include "memory.h"
#include "plain.h"
#include "table_writer.h"
#include "yaml.h"

static const struct yaml_field fields[] = {
	{ "script", YAML_TEXT },
	{ "schema", YAML_TEXT },
	{ "queries", YAML_SECTION, true },
	{ NULL },
};

struct json_file {
	struct database *database;
	const struct yaml_document *yaml;
	const char *script; /* the variable it sets, or NULL */
	FILE *file;
};

static int
write_member(const struct json_file *json, const struct yaml_node *member)
{
	int (*write)(struct text *, struct query *) = table_write_lists;
	struct query *query = query_prepare(json->database, member->text);
	struct text rows = { 0 };
	int result = -1;

	if (json->script == NULL)
		write = table_format_find("json")->write;
	text_format(&rows, "\"%s\": ", member->key);
	if (query != NULL)
		result = write(&rows, query);
	if (result == 0 &&
		fwrite(rows.bytes, 1, rows.length, json->file) != rows.length)
		result = -1;
	text_free(&rows);
	query_free(query);
	return result;
}

static int
write_schema(const struct json_file *json)
{
	const struct yaml_node *schema =
		yaml_get(yaml_root(json->yaml), "schema");
	const char *name =
		schema != NULL ? schema->text : "topology.schema.json";

	if (!is_slug(name)) {
		yaml_complain(
			json->yaml, schema, "'%s' is no file beside", name);
		return -1;
	}
	fprintf(json->file, "{\n\"$schema\": \"%s\",\n", name);
	return 0;
}

static int
write_head(const struct json_file *json)
{
	if (json->script == NULL)
		return write_schema(json);
	fprintf(json->file, "window.%s = {\n", json->script);
	return 0;
}

static int
write_members(const struct json_file *json)
{
	const struct yaml_node *queries =
		yaml_get(yaml_root(json->yaml), "queries");

	if (write_head(json) != 0)
		return -1;
	for (const struct yaml_node *member = queries->first; member != NULL;
		member = member->next) {
		if (write_member(json, member) != 0) {
			yaml_complain(json->yaml, member,
				"'%s' could not be written", member->key);
			return -1;
		}
		if (member->next != NULL)
			fputs(",\n", json->file);
	}
	fputs(json->script != NULL ? "};\n" : "}\n", json->file);
	return 0;
}

int
json_write(struct database *database, const char *queries, FILE *file)
{
	struct yaml_document *yaml = yaml_read_file(queries);
	struct json_file json = { database, yaml, NULL, file };
	const struct yaml_node *script;
	int result = -1;

	if (yaml != NULL && yaml_check(yaml, fields) == 0) {
		script = yaml_get(yaml_root(yaml), "script");
		json.script = script != NULL ? script->text : NULL;
		result = write_members(&json);
	}
	yaml_close(yaml);
	return result;
}

int
json_file_write(
	struct database *database, const char *queries, const char *path)
{
	FILE *file = fopen(path, "we");
	int result = -1;

	if (file != NULL)
		result = json_write(database, queries, file);
	if (file == NULL || fclose(file) != 0) {
		log_error("%s: %s", path, strerror(errno));
		result = -1;
	}
	return result;
}
