/* search_words.h -- what somebody who searches may mean.
 *
 * A question is words; an answer has to fit all of them. Each word is looked
 * for as the text it is, and as whatever it can be read as: an address of
 * either family in any spelling, a prefix, a part of one, a MAC or its first or
 * last digits. A reading is a range of values, as search.db holds them
 * (tables.sql); which of them is meant is for the network to say. */
#ifndef SERVER_SEARCH_WORDS_H
#define SERVER_SEARCH_WORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "search_sql.h"

enum { QUESTION_LIMIT = 200, WORD_LIMIT = 8, READING_LIMIT = 160 };

enum reading_kind {
	READ_TEXT = 1, /* as term.kind */
	READ_ADDRESS,
	READ_PREFIX,
	READ_MAC,
	READ_MAC_TAIL, /* by mac_tail */
};

/* How near an answer is to the word: the nearest come first. */
enum nearness {
	NEAR_EXACT,
	NEAR_BEGINS,
	NEAR_HOLDS, /* the word lies somewhere in it */
	NEAR_INSIDE, /* an address or prefix in the prefix that was asked for */
	NEAR_AROUND, /* a prefix that what was asked for lies in */
};

struct reading {
	enum reading_kind kind;
	enum nearness nearness;
	uint8_t low[PREFIX_VALUE_SIZE], high[PREFIX_VALUE_SIZE];
	int64_t low_number, high_number; /* of MACs instead */
};

struct search_word {
	struct text text; /* folded */
	struct reading readings[READING_LIMIT];
	size_t reading_count;
	bool is_no_address; /* nor a prefix, though it looks like one */
};

struct search_question {
	struct search_word words[WORD_LIMIT]; /* more are left out */
	size_t word_count;
};

/* To be freed by search_question_free. */
struct search_question *search_question_read(const char *text);
void search_question_free(struct search_question *);

#endif
