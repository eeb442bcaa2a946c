/* search_read.h -- one word, read as an address, a prefix or a MAC; for
 * search_words.c alone. */
#ifndef SERVER_SEARCH_READ_H
#define SERVER_SEARCH_READ_H

#include <stdbool.h>

#include "search_words.h"

/* Bits of 128 that are known, the first ones. */
struct span {
	uint8_t bytes[16];
	int bits;
};

/* Adds a reading; beyond READING_LIMIT there is none. */
struct reading *word_read_as(
	struct search_word *, enum reading_kind, enum nearness);
/* All addresses and prefixes that begin with these bits. */
void word_read_span(struct search_word *, const struct span *);

/* Add what the text can be read as. */
void read_address(struct search_word *, const char *text);
void read_part_of_address(struct search_word *, const char *text);
void read_reverse_name(struct search_word *, const char *text);
void read_mac(struct search_word *, const char *text);

/* "255.255.0.0", or its complement as access lists have it: a length; -1. */
int written_mask_length(const char *text);

#endif
