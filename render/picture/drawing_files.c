/* drawing_files.c -- the files of one picture, and what stands in its place. */
#include "drawing_files.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "drawing.h"
#include "files.h"
#include "graph_write.h"
#include "plain.h"

static char *
path_of(const char *folder, const char *name, const struct graph_format *format)
{
	struct text path = { 0 };

	text_format(&path, "%s/%s%s", folder, name, format->ending);
	return path.bytes;
}

/* Only formats that were asked for can have been left out. */
static bool
link_file(const char *old, const char *new, const struct graph_format *format)
{
	return link(old, new) == 0 ||
		(errno == ENOENT && !graph_format_is_asked(format, NULL));
}

bool
drawing_files_take(const char *before, const char *folder, const char *name,
	const char *formats)
{
	bool taken = true;

	for (int i = 0; i < graph_format_count && taken; i++)
		if (graph_format_is_asked(&graph_formats[i], formats)) {
			char *old = path_of(before, name, &graph_formats[i]);
			char *new = path_of(folder, name, &graph_formats[i]);

			taken = link_file(old, new, &graph_formats[i]);
			free(old);
			free(new);
		}
	if (!taken)
		drawing_files_remove(folder, name);
	return taken;
}

void
drawing_files_remove(const char *folder, const char *name)
{
	for (int i = 0; i < graph_format_count; i++) {
		char *path = path_of(folder, name, &graph_formats[i]);

		if (strcmp(graph_formats[i].word, "dot") != 0)
			unlink(path);
		free(path);
	}
}

void
drawing_files_list(const char *folder, const char *name, struct text *words)
{
	for (int i = 0; i < graph_format_count; i++) {
		const struct graph_format *format = &graph_formats[i];
		char *path = path_of(folder, name, format);

		if (!graph_format_is_asked(format, NULL) &&
			access(path, F_OK) == 0)
			text_format(words, "%s%s", words->length > 0 ? " " : "",
				format->word);
		free(path);
	}
}

/* The page that shows the picture needs to know nothing of its failure. */
void
drawing_write_failure(const char *path, const char *reason)
{
	struct text svg = { 0 };

	text_append(&svg,
		"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
		"<svg width=\"480pt\" height=\"30pt\" "
		"viewBox=\"0 0 480 30\" "
		"xmlns=\"http://www.w3.org/2000/svg\">\n"
		"<text x=\"8\" y=\"19\" font-size=\"11\" "
		"font-family=\"Helvetica,Arial,sans-serif\" "
		"fill=\"#475569\">picture not drawn: ");
	escape_markup(&svg, reason);
	text_append(&svg, "</text>\n</svg>\n");
	file_replace(path, svg.bytes, svg.length);
	text_free(&svg);
}
