/* conversation.h -- what a service hears and says, without sockets.
 *
 * A protocol is a row of a table (conversation.c): its port, and what it
 * answers. Whoever owns a socket passes on what came (conversation_hear),
 * sends what is in `said`, and obeys `wants_tls` and `ends` when it is sent. */
#ifndef SAMPLES_CONVERSATION_H
#define SAMPLES_CONVERSATION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "memory.h"

struct zones;
struct conversation;

enum secrecy { IN_CLEAR, STARTS_CLEAR, IN_SECRET };

struct protocol {
	const char *name;
	uint16_t port;
	bool over_udp; /* too */
	enum secrecy secrecy;
	void (*greet)(struct conversation *); /* NULL: the client begins */
	/* Takes one message out of `heard`: its octets, 0 when some are
	 * missing. */
	size_t (*hear)(struct conversation *);
	/* NULL: a datagram is heard as octets of TCP are. */
	void (*hear_datagram)(struct conversation *);
	/* Of protocols whose message is a line, without its end. */
	void (*line)(struct conversation *, const char *line);
};

struct conversation {
	const struct protocol *protocol;
	const char *host; /* "mail1.marlin.example" */
	const struct zones *zones;
	struct text heard, said;
	struct text kept; /* lines of a request that is not complete */
	bool is_secret;
	bool wants_tls; /* nothing is heard before it began */
	bool ends;
};

/* NULL: nothing of ours answers at that port. */
const struct protocol *protocol_find(uint32_t port);

void conversation_begin(struct conversation *);
void conversation_hear(
	struct conversation *, const void *octets, size_t length);
void conversation_hear_datagram(
	struct conversation *, const void *octets, size_t length);
void conversation_free(struct conversation *);

/* ---------------- parts: one file a protocol, or a few that are alike -- */

size_t line_hear(struct conversation *);

size_t dns_hear(struct conversation *);
void dns_hear_datagram(struct conversation *);
void http_line(struct conversation *, const char *line);
void sip_line(struct conversation *, const char *line);
void smtp_greet(struct conversation *);
void smtp_line(struct conversation *, const char *line);
void imap_greet(struct conversation *);
void imap_line(struct conversation *, const char *line);

#endif
