/* facts_check.h -- what must hold among records; for the files facts*.c only.
 */
#ifndef TOPOLOGY_FACTS_CHECK_H
#define TOPOLOGY_FACTS_CHECK_H

struct yaml_document;

/* Mistakes found, each logged; what single fields may be is yaml_check's. */
int facts_check_records(const struct yaml_document *);
int facts_check_selectors(const struct yaml_document *);

#endif
