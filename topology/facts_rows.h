/* facts_rows.h -- records as rows; for the files facts*.c only. */
#ifndef TOPOLOGY_FACTS_ROWS_H
#define TOPOLOGY_FACTS_ROWS_H

struct database;
struct yaml_node;

/* Replaces all stated rows by the records of a file without mistakes. */
int facts_write_rows(struct database *, const struct yaml_node *root);

#endif
