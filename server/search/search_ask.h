/* search_ask.h -- who asks search.db, and what it answers.
 *
 * The answers are TEMP tables, which templates/archive/search.sql says; pages
 * and other formats are made of them. However much fits, no more than the first
 * thousand objects of a type are answers. */
#ifndef SERVER_SEARCH_ASK_H
#define SERVER_SEARCH_ASK_H

struct database;
struct text;

enum { SEARCH_MOST = 1000 };

struct search_order {
	const char *words;
	const char *type; /* a word of table type; NULL: all of them */
};

/* Opens the index as schema `search` of the database, with the tables of
 * templates/archive/search/asked.sql, still empty. What the
 * database had as TEMP tables is lost. -1 after logging. */
int search_begin(struct database *, const char *index);

/* Of a snapshot that lost its files. */
int search_note_pruned(struct database *, const char *id);

/* Fills in `hit`. -1 after logging: it took too long, or could not be read. */
int search_ask(struct database *, const struct search_order *);

/* Why nothing could fit, without a full stop; empty when it could. */
int search_complaint(struct database *, struct text *complaint);

#endif
