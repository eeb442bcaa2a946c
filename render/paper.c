/* paper.c -- a picture as PNG and as PDF, the same bytes each time. */
#include "paper.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "files.h"
#include "graphviz.h"

/* Pixels an inch: letters of 7.5 points can be read at the last one, too. */
static const double resolutions[] = { 144, 120, 96 };
static const double most_side = 12000, most_pixels = 24e6;

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
		result = graphviz_write(graphviz, "png", path);
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
	size_t length;
	char *bytes;
	int result;

	if (graphviz_write(graphviz, "pdf", path) != 0)
		return -1;
	bytes = file_read(path, &length);
	if (bytes == NULL)
		return -1;
	set_dates(bytes, length);
	result = file_replace(path, bytes, length);
	free(bytes);
	return result;
}
