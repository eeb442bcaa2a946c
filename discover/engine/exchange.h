/* exchange.h -- the inside of the engine: agents, and questions under way.
 *
 * An exchange is one question to one agent until it is answered or given up.
 * It is sent several times, each time under a new id: an answer to any of
 * them is good, and tells how long that sending took.
 */
#ifndef DISCOVER_EXCHANGE_H
#define DISCOVER_EXCHANGE_H

#include "engine.h"
#include "snmp.h"
#include "transport.h"
#include "timers.h"
#include "turns.h"
#include "walker.h"

enum { TRIES_LIMIT = 8, ID_BUCKETS = 4096, IDS_DRAWN = 64 };

struct agent {
	struct agent *next, **link; /* in the engine's list */
	struct engine *engine;
	struct ip_address address;
	struct ip_address source; /* that also answered; family 0: none */
	struct snmp_peer *peer;
	struct round_trip round_trip;
	struct exchange *exchanges;
	int outstanding, window; /* exchanges now, and how many may be */
	int sendings; /* so far */
	int64_t heard_at; /* when something good came last */
	struct turns turns; /* of requests_per_second_per_agent */
	struct probing *probing; /* NULL once a credential was found */
	struct walker *walker; /* NULL while no walk is under way */
	walk_done *walk_done;
	void *walk_context;
	bool is_closed;
};

/* One id on the wire. */
struct ticket {
	struct ticket *next; /* in the bucket */
	struct exchange *exchange;
	uint32_t id;
	int64_t sent_at;
};

/* Limits hold it back one after the other, until its turn comes. */
enum stage {
	STAGE_NEW,
	STAGE_AGENT_TURN,
	STAGE_ENGINE_TURN,
	STAGE_SENT,
};

struct exchange {
	struct timer timer; /* first, so that it leads back to here */
	struct exchange *next, **link; /* of the agent */
	struct agent *agent;
	const struct snmp_request *message;
	struct walk_request *walk; /* NULL: it is a probe's */
	struct ticket tickets[TRIES_LIMIT + 1];
	int ticket_count;
	int sendings, most_sendings;
	bool is_resynchronised; /* the clock was set once */
	enum stage stage; /* what its timer waits for */
	int64_t held_since;
};

struct waiting_probe;

struct engine {
	struct engine_settings settings;
	struct engine_figures figures;
	struct snmp *snmp;
	struct transport *transport;
	struct timers *timers;
	struct turns turns; /* of requests_per_second */
	struct ticket *tickets[ID_BUCKETS];
	uint32_t ids[IDS_DRAWN];
	size_t ids_left;
	struct agent *agents; /* in flight */
	struct agent *closed; /* freed when no callback is running */
	struct waiting_probe *first_waiting, **end_waiting;
	struct snmp_response response;
};

/* The message must stay until the exchange ends. It is sent up to `tries`
 * times. */
void exchange_start(
	struct agent *, const struct snmp_request *, struct walk_request *);
/* Sent once only, and waited for as for the nth sending (from 1). */
void exchange_start_once(
	struct agent *, const struct snmp_request *, int sending);
/* Sends it (again), as it is then: at once, or when a limit lets it. */
void exchange_send(struct exchange *);
/* Its turn came: sends it, or waits for the next limit. */
void exchange_proceed(struct exchange *);
void exchange_end(struct exchange *);
void exchange_end_all(struct agent *);
/* NULL when the id belongs to none that is under way. */
struct ticket *exchange_find(const struct engine *, uint32_t id);

struct agent *agent_create(struct engine *, const struct ip_address *);
void agent_free(struct agent *);
void agent_answered(struct agent *, struct walk_request *,
	const struct snmp_response *, bool is_steady);
void agent_unanswered(
	struct agent *, struct walk_request *, const char *reason);

/* Starts waiting probes while there is room for more agents. */
void probes_start(struct engine *);
void probes_free(struct engine *);
void probing_free(struct probing *);
void probe_answered(
	struct agent *, const struct envelope *, const struct snmp_response *);
/* `reason` NULL: silence; else there is nobody to be asked again. */
void probe_unanswered(struct agent *, const char *reason);

#endif
