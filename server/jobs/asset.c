/* asset.c -- how the server's own pages look: style sheets and scripts. */
#include "asset.h"

#include <stdlib.h>
#include <string.h>

#include "files.h"
#include "media.h"
#include "memory.h"

static const struct asset {
	const char *name;
	const char *path; /* below a folder of templates */
} assets[] = {
	{ "style.css", "style.css" },
	{ "diagram.css", "diagram.css" },
	{ "archive.css", "archive/archive.css" },
	{ "find.js", "find.js" },
	{ "sight.js", "sight.js" },
	{ "app.js", "app.js" },
	{ "diagram.js", "diagram.js" },
};

static const struct asset *
find_asset(const char *name)
{
	for (size_t i = 0; i < COUNT(assets); i++)
		if (strcmp(assets[i].name, name) == 0)
			return &assets[i];
	return NULL;
}

bool
asset_is_known(const char *name)
{
	return find_asset(name) != NULL;
}

int
job_asset(const struct job_place *place, const char *name, FILE *answer)
{
	const struct asset *asset = find_asset(name);
	char path[PATH_MAX];
	char *text = NULL;
	size_t length;

	if (asset != NULL &&
		template_find(&place->templates, asset->path, path) == 0)
		text = file_read(path, &length);
	if (text == NULL)
		return -1;
	fprintf(answer, "200 %s\n", media_of(name)->type);
	fwrite(text, 1, length, answer);
	free(text);
	return ferror(answer) ? -1 : 0;
}
