/* page.h -- one file of templates/pages/: one page, or one for each row.
 *
 * Front matter:
 *   title: "{{name}}"          of the page; a mustache text
 *   path: devices/{{slug}}     its file, without .md; slugs only
 *   each: |                    one page a row; without it, one page
 *     SELECT id, slug, name FROM page_device ORDER BY key
 *   queries:                   what the body may name as sections
 *     addresses: |
 *       SELECT ... WHERE device = :id ORDER BY ...
 *   csv: table                 this query is written as PATH.csv (csv.h)
 *   navigation:                its place in the bar; none: not in it
 *     label: Devices
 *     group: Network           Overview, Network, Rollout, Evidence or another
 *     order: 20                in its group
 *   print:                       its place on the page that joins pages; none:
 *     order: 20                not on it
 *     if: few                  only when this query has rows
 *   joins: true                those pages follow the body (joined.h)
 *
 * In the body, title and path also stand: page, title, root, digest (layout.h).
 */
#ifndef RENDER_PAGE_H
#define RENDER_PAGE_H

#include "database.h"
#include "document.h"

struct page;

/* Where a page goes and what all pages share. */
struct site_parts {
	const char *folder; /* pages are written below it */
	const char *diagrams; /* drawn pictures */
	const char *charts;
	const char *digest; /* SHA-256 of topology.db, hex */
	const char *maker; /* SHA-256 of this program, hex */
	const char *before; /* the site that is replaced, or NULL */
	struct layout *layout;
	struct notes *notes;
	struct joined *joined; /* what a page that joins is made of, or NULL */
	int worker; /* this process writes each page whose number, */
	int workers; /* counted over all pages, leaves `worker` */
};

/* Reads the file and tries all its queries and names. NULL after logging
 * FILE:LINE. */
struct page *page_open(struct database *, const char *path);
void page_close(struct page *);

/* Adds its row to TEMP table navigation (pages.h). */
int page_add_navigation(const struct page *, struct database *);

/* Writes PATH.md and PATH.html for each row that is this worker's. `number`
 * counts the rows of all. */
int page_write(struct page *, const struct site_parts *, int *number);

/* Appends the HTML of a page that is one, without `each`: for those who write
 * no site. -1 after logging. */
int page_print(struct page *, const struct site_parts *, struct text *html);

/* 0: it is not printed with others. */
int64_t page_print_order(const struct page *);
bool page_joins(const struct page *);

/* Adds what page_write would write to `joined`. */
int page_collect(struct page *, const struct site_parts *);

#endif
