/* compare.h -- what differs between two states of a network.
 *
 * The states are two databases of one connection: the file itself and an
 * attached one, or two attached ones. All that differs stands afterwards in
 * TEMP tables of the connection: compared (columns of table change) and
 * compared_class (columns of change_class). Which object is which is there too:
 * device_pair and segment_pair (old, new; NULL where there is none) and
 * old_port (an interface of the old state, under the name its device has now).
 */
#ifndef TOPOLOGY_COMPARE_H
#define TOPOLOGY_COMPARE_H

#include <stddef.h>

struct database;

/* Names of schemas: "before", "main". Both states are analysed. -1 after
 * logging. */
int compare(struct database *, const char *old_schema, const char *new_schema);

/* Those that it reads of both. */
extern const char *const compare_tables[];
extern const size_t compare_table_count;

#endif
