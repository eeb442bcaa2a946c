/* sheet.c -- one page that is being written, and the files it becomes.
 *
 * Most pages of a state are those of the state before. An HTML page ends with
 * the digest of all that it was made of: the program, the filled tree, the
 * layout around it, the CSV beside it. Where the site that is replaced has a
 * page with the same digest, its files are taken over instead of written. */
#include "sheet.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "digest.h"
#include "files.h"
#include "html.h"
#include "layout.h"
#include "log.h"
#include "markdown.h"
#include "paths.h"

static const char endings[][6] = { ".html", ".md", ".csv" };
enum { HTML, MARKDOWN, CSV };

static int
fill_layout(const struct sheet *sheet, const struct site_parts *parts,
	const char *content, struct text *whole)
{
	const struct layout_page page = {
		.title = sheet->title.bytes,
		.path = sheet->path.bytes,
		.root = sheet->root.bytes,
		.digest = parts->digest,
		.content = content,
	};

	return layout_fill(parts->layout, &page, whole);
}

int
sheet_print(const struct sheet *sheet, const struct site_parts *parts,
	struct text *out)
{
	struct text inside = { 0 };
	int result;

	html_write(sheet->document, sheet->root.bytes, &inside);
	result = fill_layout(sheet, parts, inside.bytes, out);
	text_free(&inside);
	return result;
}

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
		&sheet->csv };

	for (size_t i = 0; i < COUNT(texts); i++)
		text_free(texts[i]);
	arena_free(sheet->arena);
}

/* A page being written. */
struct writing {
	const struct sheet *sheet;
	const struct site_parts *parts;
	const struct place *place;
	char mark[DIGEST_TEXT_SIZE + sizeof("<!--  -->")]; /* its last line */
};

static const char *
file_of(const struct writing *writing, const char *folder, int kind)
{
	return arena_format(writing->sheet->arena, "%s/%s%s", folder,
		writing->sheet->path.bytes, endings[kind]);
}

static bool
has_file(const struct writing *writing, int kind)
{
	return kind != CSV || writing->sheet->csv.length > 0;
}

static int
make_mark(struct writing *writing)
{
	const struct sheet *sheet = writing->sheet;
	struct digest *digest = digest_begin();
	uint8_t result[DIGEST_SIZE];
	char hex[DIGEST_TEXT_SIZE];
	struct text frame = { 0 };
	int failed = fill_layout(sheet, writing->parts, "", &frame);

	digest_add(
		digest, writing->parts->maker, strlen(writing->parts->maker));
	digest_add(digest, frame.bytes, frame.length);
	digest_add(digest, sheet->csv.bytes, sheet->csv.length);
	node_digest(sheet->document, digest);
	digest_end(digest, result);
	snprintf(writing->mark, sizeof(writing->mark), "<!-- %s -->",
		digest_text(result, hex));
	text_free(&frame);
	return failed;
}

/* -------------------------------------------------------------- reused ---- */

static bool
ends_with_mark(const struct writing *writing, const char *path)
{
	char end[sizeof(writing->mark)] = "";
	size_t length = strlen(writing->mark);
	FILE *file = fopen(path, "re");
	bool is_equal = false;

	if (file == NULL)
		return false;
	if (fseek(file, -(long)length - 1, SEEK_END) == 0 &&
		fread(end, 1, length, file) == length)
		is_equal = strcmp(end, writing->mark) == 0;
	fclose(file);
	return is_equal;
}

static bool
take_over(const struct writing *writing, int kind)
{
	return link(file_of(writing, writing->parts->before, kind),
		       file_of(writing, writing->parts->folder, kind)) == 0;
}

/* The HTML comes last: it is what claims the path. */
static bool
is_taken_over(const struct writing *writing)
{
	const char *before = writing->parts->before;

	if (before == NULL ||
		!ends_with_mark(writing, file_of(writing, before, HTML)))
		return false;
	for (int kind = CSV; kind >= HTML; kind--)
		if (has_file(writing, kind) && !take_over(writing, kind))
			return false;
	return true;
}

/* ------------------------------------------------------------- written ---- */

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

/* Workers write at the same time: the first one gets the path. */
static int
claim_path(const struct writing *writing)
{
	const char *path = file_of(writing, writing->parts->folder, HTML);
	int file = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0666);

	if (file >= 0)
		return close(file);
	if (errno == EEXIST)
		place_error(writing->place,
			"another page has the path '%s' already",
			writing->sheet->path.bytes);
	else
		log_error("%s: %s", path, strerror(errno));
	return -1;
}

static int
write_file(const struct writing *writing, int kind, const struct text *content)
{
	return file_replace(file_of(writing, writing->parts->folder, kind),
		content->bytes, content->length);
}

static int
write_html(const struct writing *writing)
{
	struct text whole = { 0 };
	int result = -1;

	if (sheet_print(writing->sheet, writing->parts, &whole) == 0) {
		text_format(&whole, "%s\n", writing->mark);
		result = write_file(writing, HTML, &whole);
	}
	text_free(&whole);
	return result;
}

static int
write_markdown(const struct writing *writing)
{
	const struct sheet *sheet = writing->sheet;
	struct text markdown = { 0 };
	int result;

	markdown_write(sheet->document, sheet->root.bytes, &markdown);
	result = write_file(writing, MARKDOWN, &markdown);
	text_free(&markdown);
	return result;
}

static int
write_all(const struct writing *writing)
{
	if (write_html(writing) != 0 || write_markdown(writing) != 0)
		return -1;
	return has_file(writing, CSV)
		? write_file(writing, CSV, &writing->sheet->csv)
		: 0;
}

int
sheet_write(struct sheet *sheet, const struct site_parts *parts,
	const struct place *place)
{
	struct writing writing = { sheet, parts, place, "" };

	if (make_mark(&writing) != 0 ||
		make_folder_of(file_of(&writing, parts->folder, HTML)) != 0)
		return -1;
	if (is_taken_over(&writing))
		return 0;
	return claim_path(&writing) == 0 ? write_all(&writing) : -1;
}

void
sheet_add_csv_link(const struct sheet *sheet)
{
	struct node *line =
		node_add(sheet->arena, sheet->document, NODE_PARAGRAPH);
	struct node *link;

	node_add(sheet->arena, line, NODE_TEXT)->text =
		"The rows of this page for a spreadsheet: ";
	link = node_add(sheet->arena, line, NODE_LINK);
	link->text = arena_format(sheet->arena, "%s.csv", sheet->path.bytes);
	node_add(sheet->arena, link, NODE_TEXT)->text = "CSV";
}
