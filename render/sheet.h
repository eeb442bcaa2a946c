/* sheet.h -- one page that is being written, and the files it becomes. */
#ifndef RENDER_SHEET_H
#define RENDER_SHEET_H

#include "document.h"
#include "memory.h"
#include "page.h"
#include "tags.h"

struct sheet {
	struct arena *arena;
	struct text title;
	struct text path; /* devices/hq-core1 */
	struct text root; /* ../ */
	struct node *document; /* in the arena */
	struct text csv; /* empty: none */
};

void sheet_open(struct sheet *);
void sheet_close(struct sheet *);

/* Appends the whole HTML page; -1 after logging. */
int sheet_print(
	const struct sheet *, const struct site_parts *, struct text *out);

/* Writes PATH.html, PATH.md and PATH.csv, or takes them over from the site
 * before when they were made of the same. `place` is that of the path, for the
 * message that another page has it already. -1 after logging. */
int sheet_write(
	struct sheet *, const struct site_parts *, const struct place *);

/* A last line that leads to the CSV beside the page. */
void sheet_add_csv_link(const struct sheet *);

#endif
