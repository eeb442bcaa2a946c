/* paper.c -- a picture as Graphviz draws it: SVG, PNG and PDF. */
#include "paper.h"

#include <stdio.h>
#include <string.h>

#include "files.h"
#include "graphviz.h"
#include "memory.h"

/* Pixels an inch: letters of 7.5 points can be read at the last one, too. */
static const double resolutions[] = { 144, 120, 96 };
static const double most_side = 12000, most_pixels = 24e6;

static int
write_as(const struct graphviz *graphviz, const char *format, const char *path)
{
	struct text file = { 0 };
	int result = graphviz_render(graphviz, format, &file);

	if (result == 0)
		result = file_replace(path, file.bytes, file.length);
	text_free(&file);
	return result;
}

int
svg_write(const struct graphviz *graphviz, const char *path)
{
	return write_as(graphviz, "svg", path);
}

static bool
is_small(struct box page, double resolution)
{
	double width = page.width * resolution / 72;
	double height = page.height * resolution / 72;

	return width <= most_side && height <= most_side &&
		width * height <= most_pixels;
}

int
png_write(const struct graphviz *graphviz, const char *path)
{
	struct box page = graphviz_page(graphviz);
	int result;

	for (size_t i = 0; i < COUNT(resolutions); i++) {
		if (!is_small(page, resolutions[i]))
			continue;
		graphviz_set_resolution(graphviz, resolutions[i]);
		result = write_as(graphviz, "png", path);
		graphviz_set_resolution(graphviz, 0);
		return result;
	}
	fprintf(stderr, "no PNG: %.0f x %.0f points are too many to be read\n",
		page.width, page.height);
	return 0;
}

/* cairo writes the time of day; the beginning of 1970 instead. */
static void
set_dates(char *bytes, size_t length)
{
	static const char date[] = "/CreationDate (D:";
	static const char epoch[] = "19700101000000";
	const char *end = bytes + length;

	while ((bytes = memmem(bytes, (size_t)(end - bytes), date,
			strlen(date))) != NULL) {
		bytes += strlen(date);
		if ((size_t)(end - bytes) >= strlen(epoch))
			memcpy(bytes, epoch, strlen(epoch));
	}
}

int
pdf_write(const struct graphviz *graphviz, const char *path)
{
	struct text file = { 0 };
	int result = graphviz_render(graphviz, "pdf", &file);

	if (result == 0) {
		set_dates(file.bytes, file.length);
		result = file_replace(path, file.bytes, file.length);
	}
	text_free(&file);
	return result;
}
