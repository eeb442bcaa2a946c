/* album_links.c -- the pages that a picture leads to.
 *
 * They are slugs (label.h), which JSON takes as they are. */
#include "album_links.h"

#include <stdlib.h>
#include <string.h>

struct targets {
	struct arena *arena;
	char **texts;
	size_t count, capacity;
};

/* "../devices/a.html#b" leads to "devices/a". */
static void
add_target(void *data, const char *link)
{
	static const char up[] = "../", ending[] = ".html";
	struct targets *targets = data;
	const char *end = strstr(link, ending);

	if (strncmp(link, up, strlen(up)) != 0 || end == NULL)
		return;
	link += strlen(up);
	targets->texts = memory_grown(targets->texts, targets->count,
		&targets->capacity, sizeof(targets->texts[0]));
	targets->texts[targets->count++] =
		arena_format(targets->arena, "%.*s", (int)(end - link), link);
}

static int
by_text(const void *left, const void *right)
{
	return strcmp(*(char *const *)left, *(char *const *)right);
}

void
album_links(const struct graph *graph, struct text *json)
{
	struct targets targets = { .arena = arena_create() };
	const char *last = "";

	graph_each_link(graph, add_target, &targets);
	if (targets.count > 0)
		qsort(targets.texts, targets.count, sizeof(targets.texts[0]),
			by_text);
	text_append(json, "[");
	for (size_t i = 0; i < targets.count; i++) {
		if (strcmp(targets.texts[i], last) == 0)
			continue;
		text_format(json, "%s\"%s\"", json->length > 1 ? "," : "",
			targets.texts[i]);
		last = targets.texts[i];
	}
	text_append(json, "]");
	free(targets.texts);
	arena_free(targets.arena);
}
