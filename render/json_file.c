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
	{ "schema", YAML_TEXT },
	{ "queries", YAML_SECTION, true },
	{ NULL },
};

static int
write_member(
	struct database *database, const struct yaml_node *member, FILE *file)
{
	struct query *query = query_prepare(database, member->text);
	struct text rows = { 0 };
	int result = -1;

	text_format(&rows, ",\n\"%s\": ", member->key);
	if (query != NULL)
		result = table_format_find("json")->write(&rows, query);
	if (result == 0 &&
		fwrite(rows.bytes, 1, rows.length, file) != rows.length)
		result = -1;
	text_free(&rows);
	query_free(query);
	return result;
}

static int
write_schema(const struct yaml_document *yaml, FILE *file)
{
	const struct yaml_node *schema = yaml_get(yaml_root(yaml), "schema");
	const char *name =
		schema != NULL ? schema->text : "topology.schema.json";

	if (!is_slug(name)) {
		yaml_complain(yaml, schema, "'%s' is no file beside", name);
		return -1;
	}
	fprintf(file, "{\n\"$schema\": \"%s\"", name);
	return 0;
}

static int
write_members(
	struct database *database, const struct yaml_document *yaml, FILE *file)
{
	const struct yaml_node *queries = yaml_get(yaml_root(yaml), "queries");

	if (write_schema(yaml, file) != 0)
		return -1;
	for (const struct yaml_node *member = queries->first; member != NULL;
		member = member->next)
		if (write_member(database, member, file) != 0) {
			yaml_complain(yaml, member, "'%s' could not be written",
				member->key);
			return -1;
		}
	fputs("}\n", file);
	return 0;
}

int
json_write(struct database *database, const char *queries, FILE *file)
{
	struct yaml_document *yaml = yaml_read_file(queries);
	int result = -1;

	if (yaml != NULL && yaml_check(yaml, fields) == 0)
		result = write_members(database, yaml, file);
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
