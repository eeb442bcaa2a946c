/* sheet.c -- one page that is being written, and the files it becomes. */
#include "sheet.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "files.h"
#include "layout.h"
#include "log.h"
#include "paths.h"

void
sheet_open(struct sheet *sheet)
{
	*sheet = (struct sheet){ .arena = arena_create() };
	text_append(&sheet->root, "");
	text_append(&sheet->path, "");
	text_append(&sheet->title, "");
}

void
sheet_close(struct sheet *sheet)
{
	struct text *texts[] = { &sheet->title, &sheet->path, &sheet->root,
		&sheet->markdown, &sheet->html, &sheet->csv };

	for (size_t i = 0; i < COUNT(texts); i++)
		text_free(texts[i]);
	arena_free(sheet->arena);
}

static int
make_folder_of(const char *path)
{
	char *folder = memory_text(path);
	int result;

	*strrchr(folder, '/') = '\0';
	result = make_folders(folder);
	if (result != 0)
		log_error("%s: %s", folder, strerror(errno));
	free(folder);
	return result;
}

static const char *
file_of(const struct sheet *sheet, const struct site_parts *parts,
	const char *ending)
{
	return arena_format(sheet->arena, "%s/%s%s", parts->folder,
		sheet->path.bytes, ending);
}

/* Workers write at the same time: the first one gets the path. */
static int
claim_path(const struct sheet *sheet, const struct site_parts *parts,
	const struct place *place)
{
	const char *path = file_of(sheet, parts, ".html");
	int file;

	if (make_folder_of(path) != 0)
		return -1;
	file = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0666);
	if (file >= 0)
		return close(file);
	if (errno == EEXIST)
		place_error(place, "another page has the path '%s' already",
			sheet->path.bytes);
	else
		log_error("%s: %s", path, strerror(errno));
	return -1;
}

static int
write_html(const struct sheet *sheet, const struct site_parts *parts)
{
	const struct layout_page page = {
		.title = sheet->title.bytes,
		.path = sheet->path.bytes,
		.root = sheet->root.bytes,
		.digest = parts->digest,
		.content = sheet->html.bytes,
	};
	struct text whole = { 0 };
	int result = layout_fill(parts->layout, &page, &whole);

	if (result == 0)
		result = file_replace(file_of(sheet, parts, ".html"),
			whole.bytes, whole.length);
	text_free(&whole);
	return result;
}

int
sheet_write(struct sheet *sheet, const struct site_parts *parts,
	const struct place *place)
{
	if (claim_path(sheet, parts, place) != 0 ||
		write_html(sheet, parts) != 0 ||
		file_replace(file_of(sheet, parts, ".md"),
			sheet->markdown.bytes, sheet->markdown.length) != 0)
		return -1;
	if (sheet->csv.length == 0)
		return 0;
	return file_replace(file_of(sheet, parts, ".csv"), sheet->csv.bytes,
		sheet->csv.length);
}
