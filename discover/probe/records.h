/* records.h -- the records of an answer of DNS. */
#ifndef DISCOVER_RECORDS_H
#define DISCOVER_RECORDS_H

#include "question.h"

/* Starts as { 0 }. */
struct records {
	struct answer_record *list;
	size_t count;
};

/* A name loses its last dot; a number below 0 is none. */
void records_add(struct records *, const char *value, int64_t number);
/* 4 or 16 octets. */
void records_add_address(struct records *, const void *octets, size_t length);
/* Servers give them in any order. */
void records_sort(struct records *);
void records_free(struct records *);

/* "1.2.0.192.in-addr.arpa": the name of an address for PTR. To be freed. */
char *reverse_name(const struct ip_address *);

#endif
