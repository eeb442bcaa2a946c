/* candidates.h -- every address that a crawl thinks of, and what becomes of it.
 *
 * A candidate is asked at most once. Candidates of one group (the addresses
 * that one chassis is known by) are asked one after the other, because most
 * often the first one answers for all.
 *
 * Ownership: everything belongs to the set and lives as long as it. */
#ifndef DISCOVER_CANDIDATES_H
#define DISCOVER_CANDIDATES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "address.h"

enum candidate_state {
	CANDIDATE_WAITING, /* to be asked */
	CANDIDATE_ASKED, /* a probe is under way */
	CANDIDATE_HELD, /* answered; may be the device that is being walked */
	CANDIDATE_WALKED, /* answered, and its tables are being read */
	CANDIDATE_DONE,
};

enum candidate_result {
	RESULT_NOT_ASKED,
	RESULT_ANSWERED,
	RESULT_SAME_DEVICE,
	RESULT_NO_ANSWER,
	RESULT_OUT_OF_SCOPE,
};

struct candidate_group;

struct candidate {
	struct ip_address ip;
	const char *found_by; /* static text */
	int64_t found_on; /* row id of a device, 0 none */
	bool is_seed; /* asked whoever else claims it */
	int depth; /* steps from a seed */
	enum candidate_state state;
	enum candidate_result result;
	int64_t device; /* row id of the device that owns it, 0 unknown */
	const char *detail;
	int requests;
	struct candidate *next; /* that was found */
	struct candidate_group *group; /* NULL: alone */
	struct candidate *next_of_group;
	struct candidate *next_waiting; /* in its queue */
	bool is_queued;
	struct candidate *next_waiter; /* for the same device, while held */
	bool is_certain; /* that it is that device */
};

struct candidates;

struct candidates *candidates_create(void);
void candidates_free(struct candidates *);

struct discovery {
	struct ip_address ip;
	const char *found_by;
	int64_t found_on;
	bool is_seed;
	int depth;
	const char *group; /* "mac 00:00:5e:00:53:01"; NULL: alone */
	const char *name,
		*platform; /* as a neighbour says; NULL: it does not */
};

/* Adds a waiting candidate, or gives the one that is known already. */
struct candidate *candidates_add(struct candidates *, const struct discovery *);
struct candidate *candidates_find(
	const struct candidates *, const struct ip_address *);

/* The next one to ask, marked as asked; NULL when all wait for others of
 * their groups, all are deeper than the level, or none is left. */
struct candidate *candidates_next(struct candidates *);
/* How deep candidates_next goes; at first without a limit. A crawl that is
 * limited in depth asks one level after the other: else a device that a long
 * way reached first would count as far away. */
void candidates_set_level(struct candidates *, int level);
/* The end of those that wait beyond a depth, out of scope. */
void candidates_settle_beyond(
	struct candidates *, int depth, const char *detail);
void candidates_hold(struct candidates *, struct candidate *);
void candidates_walk(struct candidates *, struct candidate *);
/* Puts one that was held back among the waiting. */
void candidates_return(struct candidates *, struct candidate *);
/* It is silent so far: the next of its group need not wait for its end. */
void candidates_pass_on(struct candidates *, struct candidate *);
/* The end of one, with its reason (copied; may be NULL). */
void candidates_settle(struct candidates *, struct candidate *,
	enum candidate_result, const char *detail);

/* Groups: a late member joins; or all members belong to this device, which is
 * undone when a second device answers to the same name. */
void candidates_join(
	struct candidates *, struct candidate *, const char *group);
void candidates_group_is(
	struct candidates *, const char *group, int64_t device);

/* In the order in which they were found, linked by next. */
const struct candidate *candidates_first(const struct candidates *);
size_t candidates_count(const struct candidates *);
size_t candidates_waiting(const struct candidates *);

const char *candidate_result_text(enum candidate_result);

#endif
