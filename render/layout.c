/* layout.c -- templates/layout.html: what stands around each page. */
#include "layout.h"

#include <stdlib.h>
#include <string.h>

#include "front.h"
#include "mustache.h"

enum layout_variable { PAGE, TITLE, ROOT, DIGEST, VARIABLE_END };

struct layout {
	struct arena *arena;
	struct context *context;
	struct variable variables[VARIABLE_END + 1];
	struct mustache *body;
};

static int
add_content(void *data, const struct tag *tag, struct text *out)
{
	const struct layout_page *page = data;

	if (strcmp(tag->name, "content") == 0) {
		text_append(out, page->content != NULL ? page->content : "");
		return 0;
	}
	place_error(&tag->place, "{{> %s}}: a layout has '{{> content}}' only",
		tag->name);
	return -1;
}

int
layout_fill(
	struct layout *layout, const struct layout_page *page, struct text *out)
{
	struct layout_page content = *page;
	struct mustache_output output = { out, escape_markup, add_content,
		&content };

	context_forget(layout->context);
	layout->variables[PAGE].text = page->path;
	layout->variables[TITLE].text = page->title;
	layout->variables[ROOT].text = page->root;
	layout->variables[DIGEST].text = page->digest;
	return mustache_expand(layout->body, layout->context, &output);
}

static int
read_layout(struct layout *layout, const char *path)
{
	struct front front;
	int result = -1;

	if (front_read(layout->arena, path, &front) == 0 &&
		front_add_queries(&front, layout->context) == 0)
		layout->body =
			mustache_parse(layout->arena, front.place, front.body);
	if (layout->body != NULL)
		result = 0;
	front_close(&front);
	return result;
}

static int
rehearse(struct layout *layout)
{
	static const struct layout_page nothing = { 0 };
	struct text out = { 0 };
	int result;

	context_rehearse(layout->context, true);
	result = layout_fill(layout, &nothing, &out);
	context_rehearse(layout->context, false);
	text_free(&out);
	return result;
}

struct layout *
layout_open(struct database *database, const char *path)
{
	static const struct variable names[] = { [PAGE] = { "page" },
		[TITLE] = { "title" },
		[ROOT] = { "root" },
		[DIGEST] = { "digest" },
		[VARIABLE_END] = { NULL } };
	struct layout *layout = memory_zeroed(sizeof(*layout));

	layout->arena = arena_create();
	memcpy(layout->variables, names, sizeof(names));
	layout->context = context_create(database, layout->variables);
	if (read_layout(layout, path) == 0 && rehearse(layout) == 0)
		return layout;
	layout_close(layout);
	return NULL;
}

void
layout_close(struct layout *layout)
{
	if (layout == NULL)
		return;
	context_free(layout->context);
	arena_free(layout->arena);
	free(layout);
}
