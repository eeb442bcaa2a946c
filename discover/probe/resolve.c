/* resolve.c -- questions to DNS. The door to c-ares.
 *
 * Each question has a channel of its own, so that one server is asked over one
 * transport and no other answers in its place; the resolvers of one question
 * stand in for each other. */
#include "resolve.h"

#include <ares.h>
#include <arpa/nameser.h>
#include <netdb.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>

#include "log.h"
#include "loop.h"
#include "memory.h"

enum { SERVERS_MOST = 8, SOCKETS_MOST = 2 * SERVERS_MOST, TRIES = 2 };

struct resolving {
	struct deadline deadline; /* first, so that it leads back to here */
	struct asking *asking;
	const struct question *question;
	ares_channel channel;
	struct resolving_socket {
		struct watch watch; /* first */
		struct resolving *resolving;
	} sockets[SOCKETS_MOST];
	bool is_answered;
	int status;
	unsigned char *message;
	size_t length;
};

int
resolve_begin(void)
{
	int status = ares_library_init(ARES_LIB_INIT_ALL);

	if (status != ARES_SUCCESS)
		log_error("c-ares: %s", ares_strerror(status));
	return status == ARES_SUCCESS ? 0 : -1;
}

void
resolve_end(void)
{
	ares_library_cleanup();
}

/* ---- records ------------------------------------------------------------ */

static void
add_record(struct lookup_answer *answer, const char *value, int64_t number)
{
	struct answer_record *record;
	size_t length = strlen(value);

	answer->records = memory_resized(answer->records,
		(answer->count + 1) * sizeof(*answer->records));
	record = &answer->records[answer->count++];
	if (length > 0 && value[length - 1] == '.')
		length--;
	snprintf(record->value, sizeof(record->value), "%.*s", (int)length,
		value);
	record->number = number;
}

static void
add_address(struct lookup_answer *answer, const void *octets, size_t length)
{
	char text[IP_TEXT_SIZE];
	struct ip_address ip;

	if (ip_from_octets(octets, length, &ip) == 0)
		add_record(answer, ip_text(&ip, text), -1);
}

enum { ADDRESSES_MOST = 64 };

static int
read_a(struct lookup_answer *answer, const unsigned char *bytes, int length)
{
	struct ares_addrttl list[ADDRESSES_MOST];
	int count = ADDRESSES_MOST;
	int status = ares_parse_a_reply(bytes, length, NULL, list, &count);

	for (int i = 0; status == ARES_SUCCESS && i < count; i++)
		add_address(answer, &list[i].ipaddr, 4);
	return status;
}

static int
read_aaaa(struct lookup_answer *answer, const unsigned char *bytes, int length)
{
	struct ares_addr6ttl list[ADDRESSES_MOST];
	int count = ADDRESSES_MOST;
	int status = ares_parse_aaaa_reply(bytes, length, NULL, list, &count);

	for (int i = 0; status == ARES_SUCCESS && i < count; i++)
		add_address(answer, &list[i].ip6addr, 16);
	return status;
}

static int
read_ptr(struct lookup_answer *answer, const unsigned char *bytes, int length)
{
	static const unsigned char nobody[4]; /* is only copied to the answer */
	struct hostent *host = NULL;
	int status = ares_parse_ptr_reply(
		bytes, length, nobody, sizeof(nobody), AF_INET, &host);

	for (int i = 0; status == ARES_SUCCESS && host->h_aliases[i] != NULL;
		i++)
		add_record(answer, host->h_aliases[i], -1);
	if (host != NULL)
		ares_free_hostent(host);
	return status;
}

static int
read_ns(struct lookup_answer *answer, const unsigned char *bytes, int length)
{
	struct hostent *host = NULL;
	int status = ares_parse_ns_reply(bytes, length, &host);

	for (int i = 0; status == ARES_SUCCESS && host->h_aliases[i] != NULL;
		i++)
		add_record(answer, host->h_aliases[i], -1);
	if (host != NULL)
		ares_free_hostent(host);
	return status;
}

static int
read_mx(struct lookup_answer *answer, const unsigned char *bytes, int length)
{
	struct ares_mx_reply *list = NULL;
	int status = ares_parse_mx_reply(bytes, length, &list);

	for (const struct ares_mx_reply *mx = list; mx != NULL; mx = mx->next)
		add_record(answer, mx->host, mx->priority);
	ares_free_data(list);
	return status;
}

static int
read_srv(struct lookup_answer *answer, const unsigned char *bytes, int length)
{
	struct ares_srv_reply *list = NULL;
	int status = ares_parse_srv_reply(bytes, length, &list);

	for (const struct ares_srv_reply *srv = list; srv != NULL;
		srv = srv->next)
		add_record(answer, srv->host, srv->port);
	ares_free_data(list);
	return status;
}

static int
read_soa(struct lookup_answer *answer, const unsigned char *bytes, int length)
{
	struct ares_soa_reply *soa = NULL;
	int status = ares_parse_soa_reply(bytes, length, &soa);

	if (status == ARES_SUCCESS)
		add_record(answer, soa->nsname, soa->serial);
	ares_free_data(soa);
	return status;
}

static const struct record_type {
	const char *name;
	int type;
	int (*read)(struct lookup_answer *, const unsigned char *, int);
} record_types[] = {
	{ "A", ns_t_a, read_a },
	{ "AAAA", ns_t_aaaa, read_aaaa },
	{ "PTR", ns_t_ptr, read_ptr },
	{ "MX", ns_t_mx, read_mx },
	{ "NS", ns_t_ns, read_ns },
	{ "SOA", ns_t_soa, read_soa },
	{ "SRV", ns_t_srv, read_srv },
};

static const struct record_type *
find_record_type(const char *name)
{
	for (size_t i = 0; i < COUNT(record_types); i++)
		if (name != NULL && strcmp(record_types[i].name, name) == 0)
			return &record_types[i];
	return NULL;
}

/* ---- what a status says ------------------------------------------------- */

/* Who says no by refusing is only then the target when it was asked itself. */
static const struct {
	int status;
	enum verdict of_resolvers, of_server;
	const char *reason;
} meanings[] = {
	{ ARES_SUCCESS, VERDICT_TRUE, VERDICT_TRUE, NULL },
	{ ARES_ENODATA, VERDICT_FALSE, VERDICT_FALSE, "nodata" },
	{ ARES_ENOTFOUND, VERDICT_FALSE, VERDICT_FALSE, "nxdomain" },
	{ ARES_ESERVFAIL, VERDICT_UNKNOWN, VERDICT_UNKNOWN, "servfail" },
	{ ARES_ENOTIMP, VERDICT_UNKNOWN, VERDICT_FALSE, "not-implemented" },
	{ ARES_EREFUSED, VERDICT_UNKNOWN, VERDICT_FALSE, "refused" },
	{ ARES_ECONNREFUSED, VERDICT_UNKNOWN, VERDICT_FALSE, "refused" },
	{ ARES_ETIMEOUT, VERDICT_UNKNOWN, VERDICT_UNKNOWN, "no-answer" },
	{ ARES_EBADRESP, VERDICT_UNKNOWN, VERDICT_FALSE, "other-answer" },
	{ ARES_EFORMERR, VERDICT_UNKNOWN, VERDICT_FALSE, "other-answer" },
	{ ARES_EBADNAME, VERDICT_UNKNOWN, VERDICT_UNKNOWN, "not-attempted" },
};

static struct answer
answer_of_status(int status, bool is_recursive)
{
	struct answer answer = { VERDICT_UNKNOWN, "no-answer",
		ares_strerror(status) };

	for (size_t i = 0; i < COUNT(meanings); i++)
		if (meanings[i].status == status)
			answer = (struct answer){ is_recursive
					? meanings[i].of_resolvers
					: meanings[i].of_server,
				meanings[i].reason };
	return answer;
}

const char *
resolve_read(struct lookup_answer *answer, const char *record,
	const unsigned char *bytes, size_t length)
{
	int status = find_record_type(record)->read(answer, bytes, (int)length);

	return status == ARES_SUCCESS ? NULL
				      : answer_of_status(status, false).reason;
}

/* ---- the end ------------------------------------------------------------ */

static int
compare_records(const void *left, const void *right)
{
	return strcmp(((const struct answer_record *)left)->value,
		((const struct answer_record *)right)->value);
}

static void
tell(struct resolving *resolving)
{
	const struct question *question = resolving->question;
	struct lookup_answer records = { 0 };
	struct answer answer;
	int status = resolving->status;

	if (status == ARES_SUCCESS)
		status = find_record_type(question->record)
				 ->read(&records, resolving->message,
					 (int)resolving->length);
	answer = answer_of_status(status, question->is_recursive);
	if (records.count > 0)
		qsort(records.records, records.count, sizeof(*records.records),
			compare_records);
	answer.records = records.records;
	answer.record_count = records.count;
	resolving->asking->answered(
		resolving->asking->context, question, &answer);
	free(records.records);
}

/* Not from inside the library's callbacks. */
static void
end(struct resolving *resolving)
{
	loop_cancel(resolving->asking->loop, &resolving->deadline);
	ares_destroy(resolving->channel);
	tell(resolving);
	free(resolving->message);
	free(resolving);
}

static void
answered(void *context, int status, int timeouts, unsigned char *bytes,
	int length)
{
	struct resolving *resolving = context;

	(void)timeouts;
	if (resolving->is_answered)
		return; /* the channel is being destroyed */
	resolving->is_answered = true;
	resolving->status = status;
	if (status == ARES_SUCCESS && length > 0) {
		resolving->message = memory_zeroed((size_t)length);
		memcpy(resolving->message, bytes, (size_t)length);
		resolving->length = (size_t)length;
	}
}

/* ---- sockets and time ---------------------------------------------------- */

static void
go_on(struct resolving *resolving)
{
	struct timeval most = { .tv_sec = 1 }, left;
	const struct timeval *wait;

	if (resolving->is_answered) {
		end(resolving);
		return;
	}
	wait = ares_timeout(resolving->channel, &most, &left);
	loop_set(resolving->asking->loop, &resolving->deadline,
		clock_us() + wait->tv_sec * (int64_t)1000000 + wait->tv_usec);
}

static void
due(struct deadline *deadline)
{
	struct resolving *resolving = (struct resolving *)deadline;

	ares_process_fd(resolving->channel, ARES_SOCKET_BAD, ARES_SOCKET_BAD);
	go_on(resolving);
}

static void
ready(struct watch *watch, uint32_t events)
{
	struct resolving *resolving =
		((struct resolving_socket *)watch)->resolving;
	bool is_error = (events & (EPOLLERR | EPOLLHUP)) != 0;
	int descriptor = watch->descriptor;

	ares_process_fd(resolving->channel,
		is_error || (events & EPOLLIN) != 0 ? descriptor
						    : ARES_SOCKET_BAD,
		(events & EPOLLOUT) != 0 ? descriptor : ARES_SOCKET_BAD);
	go_on(resolving);
}

/* The library opens and closes sockets as it likes. */
static void
socket_changed(void *context, ares_socket_t descriptor, int reads, int writes)
{
	struct resolving *resolving = context;
	struct resolving_socket *unused = NULL;
	uint32_t events = (reads ? EPOLLIN : 0) | (writes ? EPOLLOUT : 0);

	for (size_t i = 0; i < SOCKETS_MOST; i++) {
		struct resolving_socket *known = &resolving->sockets[i];

		if (known->watch.events == 0)
			unused = known;
		else if (known->watch.descriptor == descriptor) {
			loop_watch(
				resolving->asking->loop, &known->watch, events);
			return;
		}
	}
	if (unused == NULL || events == 0)
		return; /* its deadline decides */
	unused->watch.descriptor = descriptor;
	loop_watch(resolving->asking->loop, &unused->watch, events);
}

/* ---- beginning ----------------------------------------------------------- */

static void
add_server(struct ares_addr_node *node, const struct ip_address *ip)
{
	node->family = ip->family == 4 ? AF_INET : AF_INET6;
	if (ip->family == 4)
		memcpy(&node->addr.addr4, ip->bytes + 12, 4);
	else
		memcpy(&node->addr.addr6, ip->bytes, 16);
}

/* None named: the library has read those of this host. */
static int
choose_servers(struct resolving *resolving)
{
	const struct question *question = resolving->question;
	const struct asking *asking = resolving->asking;
	const struct ip_address *list =
		question->is_recursive ? asking->resolvers : &question->ip;
	size_t count = question->is_recursive ? asking->resolver_count : 1;
	struct ares_addr_node nodes[SERVERS_MOST] = { 0 };

	if (count > SERVERS_MOST)
		count = SERVERS_MOST;
	for (size_t i = 0; i < count; i++) {
		add_server(&nodes[i], &list[i]);
		nodes[i].next = i + 1 < count ? &nodes[i + 1] : NULL;
	}
	return count == 0 ? ARES_SUCCESS
			  : ares_set_servers(resolving->channel, nodes);
}

static int
open_channel(struct resolving *resolving)
{
	const struct question *question = resolving->question;
	struct ares_options options = {
		.flags = ARES_FLAG_NOSEARCH | ARES_FLAG_NOALIASES |
			ARES_FLAG_NOCHECKRESP,
		.timeout = resolving->asking->timeout_ms / TRIES,
		.tries = TRIES,
		.sock_state_cb = socket_changed,
		.sock_state_cb_data = resolving,
	};
	int status;

	if (!question->is_recursive) {
		options.flags |= ARES_FLAG_NORECURSE;
		options.flags |=
			question->is_udp ? ARES_FLAG_IGNTC : ARES_FLAG_USEVC;
	}
	status = ares_init_options(&resolving->channel, &options,
		ARES_OPT_FLAGS | ARES_OPT_TIMEOUTMS | ARES_OPT_TRIES |
			ARES_OPT_SOCK_STATE_CB);
	return status == ARES_SUCCESS ? choose_servers(resolving) : status;
}

static struct resolving *
resolving_create(struct asking *asking, const struct question *question)
{
	struct resolving *resolving = memory_zeroed(sizeof(*resolving));

	resolving->deadline.due = due;
	resolving->asking = asking;
	resolving->question = question;
	for (size_t i = 0; i < SOCKETS_MOST; i++) {
		resolving->sockets[i].watch.ready = ready;
		resolving->sockets[i].resolving = resolving;
	}
	return resolving;
}

void
resolve_ask(struct asking *asking, const struct question *question)
{
	struct resolving *resolving = resolving_create(asking, question);
	const struct record_type *type = find_record_type(question->record);
	int status = open_channel(resolving);

	if (status != ARES_SUCCESS) {
		log_error("c-ares: %s", ares_strerror(status));
		resolving->is_answered = true;
		resolving->status = status;
	} else {
		ares_query(resolving->channel, question->name, ns_c_in,
			type->type, answered, resolving);
	}
	go_on(resolving);
}

char *
reverse_name(const struct ip_address *ip)
{
	struct text name = { 0 };

	for (int i = 15; i >= (ip->family == 4 ? 12 : 0); i--)
		if (ip->family == 4)
			text_format(&name, "%u.", ip->bytes[i]);
		else
			text_format(&name, "%x.%x.", ip->bytes[i] & 15U,
				ip->bytes[i] >> 4U);
	text_append(&name, ip->family == 4 ? "in-addr.arpa" : "ip6.arpa");
	return name.bytes;
}
