/* resolve.c -- questions to DNS. The door to c-ares.
 *
 * Each question has a channel of its own, so that one server is asked over one
 * transport and no other answers in its place; the resolvers of one question
 * stand in for each other. */
#include "resolve.h"

#include <ares.h>
#include <arpa/nameser.h>
#include <netdb.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>

#include "log.h"
#include "loop.h"
#include "memory.h"
#include "records.h"

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

enum { ADDRESSES_MOST = 64 };

static int
read_a(struct records *records, const unsigned char *bytes, int length)
{
	struct ares_addrttl list[ADDRESSES_MOST];
	int count = ADDRESSES_MOST;
	int status = ares_parse_a_reply(bytes, length, NULL, list, &count);

	for (int i = 0; status == ARES_SUCCESS && i < count; i++)
		records_add_address(records, &list[i].ipaddr, 4);
	return status;
}

static int
read_aaaa(struct records *records, const unsigned char *bytes, int length)
{
	struct ares_addr6ttl list[ADDRESSES_MOST];
	int count = ADDRESSES_MOST;
	int status = ares_parse_aaaa_reply(bytes, length, NULL, list, &count);

	for (int i = 0; status == ARES_SUCCESS && i < count; i++)
		records_add_address(records, &list[i].ip6addr, 16);
	return status;
}

static int
take_names(struct records *records, int status, struct hostent *host)
{
	if (status != ARES_SUCCESS)
		return status;
	for (char **name = host->h_aliases; *name != NULL; name++)
		records_add(records, *name, -1);
	ares_free_hostent(host);
	return status;
}

static int
read_ptr(struct records *records, const unsigned char *bytes, int length)
{
	static const unsigned char nobody[4]; /* is only copied to the answer */
	struct hostent *host = NULL;
	int status = ares_parse_ptr_reply(
		bytes, length, nobody, sizeof(nobody), AF_INET, &host);

	return take_names(records, status, host);
}

static int
read_ns(struct records *records, const unsigned char *bytes, int length)
{
	struct hostent *host = NULL;
	int status = ares_parse_ns_reply(bytes, length, &host);

	return take_names(records, status, host);
}

static int
read_mx(struct records *records, const unsigned char *bytes, int length)
{
	struct ares_mx_reply *list = NULL;
	int status = ares_parse_mx_reply(bytes, length, &list);

	for (const struct ares_mx_reply *mx = list; mx != NULL; mx = mx->next)
		records_add(records, mx->host, mx->priority);
	ares_free_data(list);
	return status;
}

static int
read_srv(struct records *records, const unsigned char *bytes, int length)
{
	struct ares_srv_reply *list = NULL;
	int status = ares_parse_srv_reply(bytes, length, &list);

	for (const struct ares_srv_reply *srv = list; srv != NULL;
		srv = srv->next)
		records_add(records, srv->host, srv->port);
	ares_free_data(list);
	return status;
}

static int
read_soa(struct records *records, const unsigned char *bytes, int length)
{
	struct ares_soa_reply *soa = NULL;
	int status = ares_parse_soa_reply(bytes, length, &soa);

	if (status == ARES_SUCCESS)
		records_add(records, soa->nsname, soa->serial);
	ares_free_data(soa);
	return status;
}

static const struct record_type {
	const char *name;
	int type;
	int (*read)(struct records *, const unsigned char *, int);
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
resolve_read(struct records *records, const char *record,
	const unsigned char *bytes, size_t length)
{
	int status =
		find_record_type(record)->read(records, bytes, (int)length);

	return status == ARES_SUCCESS ? NULL
				      : answer_of_status(status, false).reason;
}

static void
tell(struct resolving *resolving)
{
	const struct question *question = resolving->question;
	struct records records = { 0 };
	struct answer answer;
	int status = resolving->status;

	if (status == ARES_SUCCESS)
		status = find_record_type(question->record)
				 ->read(&records, resolving->message,
					 (int)resolving->length);
	answer = answer_of_status(status, question->is_recursive);
	records_sort(&records);
	answer.records = records.list;
	answer.record_count = records.count;
	resolving->asking->answered(
		resolving->asking->context, question, &answer);
	records_free(&records);
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
	unused->resolving = resolving;
	unused->watch.ready = ready;
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

	for (size_t i = 0; i < count && i < SERVERS_MOST; i++) {
		add_server(&nodes[i], &list[i]);
		if (i > 0)
			nodes[i - 1].next = &nodes[i];
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

void
resolve_ask(struct asking *asking, const struct question *question)
{
	struct resolving *resolving = memory_zeroed(sizeof(*resolving));
	const struct record_type *type = find_record_type(question->record);
	int status;

	resolving->deadline.due = due;
	resolving->asking = asking;
	resolving->question = question;
	status = open_channel(resolving);
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
