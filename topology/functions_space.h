/* functions_space.h -- the rows of functions.c that reckon with address space.
 *
 * Blocks count in 128 bits, which SQL cannot. */
#ifndef TOPOLOGY_FUNCTIONS_SPACE_H
#define TOPOLOGY_FUNCTIONS_SPACE_H

#include "database.h"

void call_prefix_last(struct sql_call *);
void call_key_network(struct sql_call *);
void call_prefix_block(struct sql_call *);
void call_free_block(struct sql_call *);
void call_ip_inside(struct sql_call *);

#endif
