/* front.c -- a template file: front matter in YAML, then its body. */
#include "front.h"

#include <stdlib.h>
#include <string.h>

#include "files.h"

static const char opening[] = "---\n";
static const char closing[] = "\n---\n";

static int
lines_between(const char *start, const char *end)
{
	int lines = 0;

	for (; start < end; start++)
		lines += *start == '\n';
	return lines;
}

static int
cut_front(struct front *front, const char *text)
{
	const char *yaml = text + strlen(opening);
	const char *end = strstr(yaml - 1, closing);

	if (end == NULL) {
		place_error(&front->place,
			"the front matter is not closed by "
			"a line '---'");
		return -1;
	}
	front->body = end + strlen(closing);
	front->place.line += lines_between(text, front->body);
	front->yaml = yaml_read_text(front->place.file, yaml,
		end > yaml ? (size_t)(end - yaml) : 0, 2);
	return front->yaml != NULL ? 0 : -1;
}

int
front_read(struct arena *arena, const char *path, struct front *front)
{
	char *file = file_read(path, NULL);
	const char *text = arena_text(arena, file);

	free(file);
	*front = (struct front){ .body = text,
		.place = { arena_text(arena, path), 1 } };
	if (text == NULL)
		return -1;
	if (strncmp(text, opening, strlen(opening)) != 0)
		return 0;
	return cut_front(front, text);
}

void
front_close(struct front *front)
{
	yaml_close(front->yaml);
}

static int
add_query(const struct front *front, struct context *context,
	const struct yaml_node *node)
{
	struct place place = { front->place.file, node->line };

	if (node->text != NULL)
		return context_add_query(
			context, &place, node->key, node->text);
	place_error(&place, "query '%s' holds no SQL", node->key);
	return -1;
}

int
front_add_queries(const struct front *front, struct context *context)
{
	const struct yaml_node *root =
		front->yaml != NULL ? yaml_root(front->yaml) : NULL;
	const struct yaml_node *each = yaml_get(root, "each");
	const struct yaml_node *queries = yaml_get(root, "queries");

	if (each != NULL && add_query(front, context, each) != 0)
		return -1;
	for (const struct yaml_node *node = queries != NULL ? queries->first
							    : NULL;
		node != NULL; node = node->next)
		if (add_query(front, context, node) != 0)
			return -1;
	return 0;
}
