/* talks.h -- what is said to a service, and how it must answer.
 *
 * A talk is a table of turns: say something, hear the reply. Bytes come in as
 * they arrive, in pieces of any size; nothing is believed to be well-formed,
 * and a line or a whole talk that grows too long ends it. */
#ifndef DISCOVER_TALKS_H
#define DISCOVER_TALKS_H

#include <stdbool.h>
#include <stddef.h>

#include "question.h"

struct text;

enum {
	LINE_MOST = 1000, /* octets of a line that are looked at */
	HEARD_MOST = 64 * 1024,
	HOST_SIZE = IP_TEXT_SIZE + 2,
};

enum reply_form {
	REPLY_LINE, /* one line, which begins with `good` */
	REPLY_CODE, /* lines "250-...", the last "250 ..." (RFC 5321, 4.2.1) */
	REPLY_MARKED, /* lines that do not begin with `mark` are passed over */
};

struct turn {
	const char *say; /* "$" stands for the host; NULL: only listen */
	enum reply_form form;
	const char *good;
	const char *mark;
	const char *otherwise; /* reason of another reply; "other-answer" */
	bool is_farewell; /* all is proved by now, whatever comes */
};

/* The turns end with one without `good`. */
struct talk {
	const char *name;
	const struct turn *plain; /* before TLS; NULL: none */
	const struct turn *turns; /* in the end; NULL: none */
	bool is_encrypted;
	const char *protocol; /* detail is "HTTP 200"; NULL: the line itself */
};

/* NULL when there is none of this name. */
const struct talk *talk_find(const char *name);
/* Does the server speak first? It may take its time, as spam does not wait. */
bool talk_is_greeted(const struct talk *);

/* What "$" stands for: the name, or else the address; `host` may hold it. */
const char *talk_host(const struct question *, char host[static HOST_SIZE]);
/* For SNI; NULL: none. */
const char *talk_server_name(const struct question *);

enum talking {
	TALKING_ON, /* give what comes next */
	TALKING_DONE, /* the last turn of this part was good */
	TALKING_WRONG, /* `reason` says how */
};

struct dialogue {
	const struct talk *talk;
	const struct turn *turn;
	const char *host;
	const char *reason;
	bool is_not_now; /* it may say otherwise another time */
	char detail[DETAIL_SIZE]; /* the reply that tells most */
	char line[LINE_MOST + 1];
	size_t length, heard;
};

/* Appends what is to be said first. */
enum talking dialogue_begin(struct dialogue *, const struct talk *,
	const struct turn *, struct text *say);
/* Appends what is to be said next. */
enum talking dialogue_hear(
	struct dialogue *, const char *bytes, size_t length, struct text *say);
/* Has everything been proved, although the talk has not ended? */
bool dialogue_is_farewell(const struct dialogue *);

#endif
