/* search_sql.h -- SQL functions that the scripts of templates/archive/search
 * use: how words, prefixes and MACs stand in search.db. */
#ifndef SERVER_SEARCH_SQL_H
#define SERVER_SEARCH_SQL_H

#include <stdint.h>

#include "address.h"
#include "database.h"
#include "memory.h"

enum { FOLD_LIMIT = 300, PREFIX_VALUE_SIZE = 17 };

/* Lower case and clean (words.h), FOLD_LIMIT bytes at most. */
void fold_text(struct text *out, const char *text);
/* Network and length of 128; an address without length is its own. */
void prefix_value(const struct ip_address *, uint8_t value[PREFIX_VALUE_SIZE]);
int prefix_bits(const struct ip_address *); /* of 128 */
int64_t mac_number(const uint8_t mac[6]);
/* The twelve digits in reverse order. */
int64_t mac_mirror(int64_t number);

/* -1 after logging. */
int search_sql_add(struct database *);

#endif
