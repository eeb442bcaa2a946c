/* question.h -- one question to one target, and what came of it.
 *
 * A question is true when the positive answer of its kind came, false when the
 * target said no, and unknown otherwise: silence alone is no answer. Reasons
 * are the words of probe.reason (topology/schema/probes.sql). */
#ifndef DISCOVER_QUESTION_H
#define DISCOVER_QUESTION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "address.h"

enum verdict { VERDICT_UNKNOWN, VERDICT_FALSE, VERDICT_TRUE };

enum { DETAIL_SIZE = 160 };

struct question {
	int64_t id;
	const char *talk; /* how it is asked */
	const char *name; /* that is asked for, or asked under; may be NULL */
	const char *record; /* of DNS: "AAAA" */
	struct ip_address ip; /* family 0: nobody in particular */
	uint16_t port;
	bool is_udp;
	bool is_recursive; /* any resolver may answer; else `ip` is the server
			    */
};

struct answer_record {
	char value[256]; /* an address, or a name without its last dot */
	int64_t number; /* preference, port or serial; -1: none */
};

struct certificate {
	char fingerprint[65]; /* SHA-256, lower-case hex */
	char *names; /* sorted, by ", "; certificate_free */
	int64_t expires; /* seconds since 1970 UTC */
};

struct echo_figures {
	int sent, received;
	int64_t median_us, jitter_us; /* -1: too few came back */
};

/* Good as long as the call that hands it over. */
struct answer {
	enum verdict verdict;
	const char *reason; /* NULL of what is true */
	const char *detail; /* may be NULL */
	const struct answer_record *records;
	size_t record_count;
	const struct certificate *certificate;
	const struct echo_figures *echo;
};

struct loop;

/* What all ways of asking share. */
struct asking {
	struct loop *loop;
	int timeout_ms; /* of a whole conversation */
	int echo_count, echo_interval_ms;
	const struct ip_address *resolvers; /* none: those of this host */
	size_t resolver_count;
	void (*answered)(
		void *context, const struct question *, const struct answer *);
	void *context;
};

/* Begins to ask; `answered` is called exactly once for each question, perhaps
 * before this returns. The question must stay until then. */
typedef void ask(struct asking *, const struct question *);

/* What an errno of a socket says of the target. */
struct answer answer_of_error(int error);

#endif
