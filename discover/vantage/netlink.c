/* netlink.c -- tables of this host's kernel, row by row.
 *
 * The kernel is believed no more than an agent: sizes are checked, and what is
 * cut short is a refused row. */
#include "netlink.h"

#include <errno.h>
#include <libmnl/libmnl.h>
#include <linux/rtnetlink.h>
#include <string.h>
#include <sys/time.h>

enum { BUFFER_SIZE = 65536, PATIENCE_S = 5, SEQUENCE = 1 };

struct feeding {
	const struct netlink_table *table;
	void *context;
	struct netlink_count *count;
};

static void
keep(struct netlink_row *row, const struct nlattr *attribute)
{
	uint16_t type = mnl_attr_get_type(attribute);

	if (type < NETLINK_ATTRIBUTES)
		row->values[type] = (struct netlink_value){
			mnl_attr_get_payload(attribute),
			mnl_attr_get_payload_len(attribute),
		};
}

int
netlink_unpack(const struct netlink_value *packed, struct netlink_row *row)
{
	const uint8_t *end = packed->bytes + packed->length;
	const struct nlattr *attribute = (const void *)packed->bytes;

	memset(row->values, 0, sizeof(row->values));
	for (; mnl_attr_ok(attribute, (int)(end - (const uint8_t *)attribute));
		attribute = mnl_attr_next(attribute))
		keep(row, attribute);
	return (const uint8_t *)attribute < end ? -1 : 0;
}

static int
read_message(const struct nlmsghdr *message, const struct feeding *feeding)
{
	const struct netlink_table *table = feeding->table;
	size_t length = mnl_nlmsg_get_payload_len(message);
	size_t head_size = MNL_ALIGN(table->head_size);
	const uint8_t *payload = mnl_nlmsg_get_payload(message);
	struct netlink_row row;

	/* RTM_GETLINK is two behind RTM_NEWLINK, and so are the others. */
	if (message->nlmsg_type != table->request - 2)
		return 1;
	if (length < head_size)
		return -1;
	row.head = payload;
	if (netlink_unpack(&(struct netlink_value){ payload + head_size,
				   length - head_size },
		    &row) != 0)
		return -1;
	return table->on_row(feeding->context, &row);
}

static int
on_message(const struct nlmsghdr *message, void *context)
{
	const struct feeding *feeding = context;
	int result = read_message(message, feeding);

	if (result == 0)
		feeding->count->rows++;
	if (result < 0)
		feeding->count->refused++;
	return MNL_CB_OK;
}

/* libmnl takes lengths from 2 GiB on for negative ones. */
static bool
are_whole(const struct netlink_value *messages)
{
	const uint8_t *at = messages->bytes;
	size_t left = messages->length;

	while (left >= sizeof(struct nlmsghdr)) {
		size_t length =
			((const struct nlmsghdr *)(const void *)at)->nlmsg_len;
		size_t step = MNL_ALIGN(length);

		if (length < sizeof(struct nlmsghdr) || length > left)
			return false;
		step = step < left ? step : left;
		at += step;
		left -= step;
	}
	return left == 0;
}

int
netlink_feed(const struct netlink_table *table, void *context,
	const struct netlink_value *messages, struct netlink_count *count)
{
	struct feeding feeding = { table, context, count };
	int result;

	if (!are_whole(messages))
		return EBADMSG;
	result = mnl_cb_run(messages->bytes, messages->length, SEQUENCE, 0,
		on_message, &feeding);

	if (result == MNL_CB_ERROR)
		return errno;
	return result == MNL_CB_STOP ? 0 : 1;
}

static int
ask(const struct mnl_socket *socket, uint16_t request, size_t head_size)
{
	uint8_t bytes[256] __attribute__((aligned(8))) = { 0 };
	struct nlmsghdr *message = mnl_nlmsg_put_header(bytes);

	message->nlmsg_type = request;
	message->nlmsg_flags = NLM_F_REQUEST | NLM_F_DUMP;
	message->nlmsg_seq = SEQUENCE;
	mnl_nlmsg_put_extra_header(message, head_size);
	return mnl_socket_sendto(socket, message, message->nlmsg_len) < 0 ? -1
									  : 0;
}

static int
read_answers(const struct mnl_socket *socket, const struct netlink_table *table,
	void *context, struct netlink_count *count)
{
	uint8_t bytes[BUFFER_SIZE] __attribute__((aligned(8)));
	int result;

	do {
		ssize_t length =
			mnl_socket_recvfrom(socket, bytes, sizeof(bytes));
		struct netlink_value messages = { bytes, (size_t)length };

		if (length <= 0)
			return length == 0 ? EPIPE : errno;
		result = netlink_feed(table, context, &messages, count);
	} while (result == 1);
	return result;
}

int
netlink_read(const struct netlink_table *table, void *context,
	struct netlink_count *count)
{
	const struct timeval patience = { PATIENCE_S, 0 };
	struct mnl_socket *socket =
		mnl_socket_open2(NETLINK_ROUTE, SOCK_CLOEXEC);
	int result;

	if (socket == NULL)
		return errno;
	setsockopt(mnl_socket_get_fd(socket), SOL_SOCKET, SO_RCVTIMEO,
		&patience, sizeof(patience));
	if (mnl_socket_bind(socket, 0, MNL_SOCKET_AUTOPID) != 0 ||
		ask(socket, table->request, table->head_size) != 0)
		result = errno;
	else
		result = read_answers(socket, table, context, count);
	mnl_socket_close(socket);
	return result;
}

uint8_t
netlink_u8(const struct netlink_row *row, int attribute)
{
	const struct netlink_value *value = &row->values[attribute];

	return value->length == sizeof(uint8_t) ? value->bytes[0] : 0;
}

uint32_t
netlink_u32(const struct netlink_row *row, int attribute)
{
	const struct netlink_value *value = &row->values[attribute];
	uint32_t number = 0;

	if (value->length == sizeof(number))
		memcpy(&number, value->bytes, sizeof(number));
	return number;
}

const char *
netlink_text(const struct netlink_row *row, int attribute)
{
	const struct netlink_value *value = &row->values[attribute];

	if (value->length < 2 || value->bytes[0] == '\0' ||
		value->bytes[value->length - 1] != '\0')
		return NULL;
	return (const char *)value->bytes;
}
