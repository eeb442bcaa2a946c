/* table_writer.h -- the rows of a query as CSV or JSON. */
#ifndef TOPOLOGY_TABLE_WRITER_H
#define TOPOLOGY_TABLE_WRITER_H

struct query;
struct text;

struct table_format {
	const char *name; /* "csv", "json" */
	/* Appends all rows that are left. -1 when the query failed, which was
	 * logged. */
	int (*write)(struct text *, struct query *);
};

/* The value of a column of the current row as JSON. */
void table_write_value(struct text *, const struct query *, int column);

/* The rows as a JSON array of arrays, without names: a third of the size. -1 as
 * above. */
int table_write_lists(struct text *, struct query *);

/* NULL when there is none of this name. */
const struct table_format *table_format_find(const char *name);

#endif
