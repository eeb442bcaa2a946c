/* messages.h -- for tests: messages of rtnetlink made by hand, and the device
 * that they make.
 *
 * Include after cmocka.h. */
#ifndef TESTS_MESSAGES_H
#define TESTS_MESSAGES_H

#include <linux/if_addr.h>
#include <linux/if_arp.h>
#include <linux/if_link.h>
#include <linux/neighbour.h>
#include <linux/rtnetlink.h>
#include <sys/socket.h>

#include "kernel.h"
#include "memory.h"
#include "rows.h"

#define IP4_1 "c0000201"
#define IP4_2 "c0000202"
#define IP6_1 "20010db8000000000000000000000001"
#define IP6_0 "20010db8000000000000000000000000"
#define FE80_1 "fe800000000000000000000000000001"
#define MAC_1 "00005e005301"
#define OIF_2 "02000000"

enum { IF_UP = 1, ATTRIBUTES = 6 };

struct attribute {
	uint16_t type;
	const char *hex;
};

struct message_case {
	const char *name;
	enum kernel_part part;
	union {
		struct ifinfomsg link;
		struct ifaddrmsg address;
		struct ndmsg neighbour;
		struct rtmsg route;
	} head;
	struct attribute attributes[ATTRIBUTES];
	const char *expected; /* NULL: refused */
};

struct message {
	uint8_t bytes[1024] __attribute__((aligned(8)));
	size_t length;
};

static inline void
append(struct message *message, const void *bytes, size_t length)
{
	memcpy(message->bytes + message->length, bytes, length);
	message->length += NLMSG_ALIGN(length);
}

static inline void
append_attribute(struct message *message, const struct attribute *attribute)
{
	uint8_t octets[256];
	size_t length = octets_from_hex(attribute->hex, octets);
	const struct rtattr head = { (uint16_t)(RTA_LENGTH(length)),
		attribute->type };

	append(message, &head, sizeof(head));
	append(message, octets, length);
}

static inline struct message
message_of(const struct message_case *test)
{
	const struct netlink_table *table = &kernel_tables[test->part];
	struct message message = { .length = NLMSG_HDRLEN };
	struct nlmsghdr head = { .nlmsg_type = (uint16_t)(table->request - 2),
		.nlmsg_seq = 1 };

	append(&message, &test->head, table->head_size);
	for (size_t i = 0; i < ATTRIBUTES; i++)
		if (test->attributes[i].hex != NULL)
			append_attribute(&message, &test->attributes[i]);
	head.nlmsg_len = (uint32_t)message.length;
	memcpy(message.bytes, &head, sizeof(head));
	return message;
}

static inline const char *
or_none(const char *text)
{
	return text != NULL ? text : "-";
}

static inline void
describe_ports(const struct device *device, struct text *out)
{
	char mac[MAC_TEXT_SIZE];

	for (const struct interface *row = device->interfaces; row != NULL;
		row = row->next)
		if (row->name != NULL)
			text_format(out, "link %u %s %d %d %s %s %s/",
				row->index, row->name, (int)row->type,
				(int)row->mtu,
				row->has_mac ? mac_text(row->mac, mac) : "-",
				row->admin_status, row->oper_status);
}

static inline void
describe_addresses(const struct device *device, struct text *out)
{
	static const char *const answers[] = { "?", "no", "yes" };
	char ip[IP_TEXT_SIZE], mac[MAC_TEXT_SIZE];

	for (const struct device_address *row = device->addresses; row != NULL;
		row = row->next)
		text_format(out, "address %u %s %s %s/", row->if_index,
			ip_text_with_length(&row->ip, ip), row->origin,
			row->status);
	for (const struct device_neighbour *row = device->neighbours;
		row != NULL; row = row->next)
		text_format(out, "neighbour %u %s %s %s %s %s/", row->if_index,
			ip_text(&row->ip, ip),
			row->has_mac ? mac_text(row->mac, mac) : "-", row->type,
			row->state, answers[row->is_router]);
}

static inline void
describe_routes(const struct device *device, struct text *out)
{
	char prefix[IP_TEXT_SIZE], hop[IP_TEXT_SIZE];

	for (const struct device_route *row = device->routes; row != NULL;
		row = row->next)
		text_format(out, "route %s %s %u %s %s/",
			ip_text_with_length(&row->prefix, prefix),
			row->next_hop.family != 0 ? ip_text(&row->next_hop, hop)
						  : "-",
			row->if_index, row->type, row->protocol);
	for (const struct device_router *row = device->routers; row != NULL;
		row = row->next)
		text_format(out, "router %s %u %d %s/", ip_text(&row->ip, hop),
			row->if_index, (int)row->lifetime,
			or_none(row->preference));
}

static inline void
same_as(const char *name, const char *expected, const struct device *device)
{
	struct text got = { 0 };

	text_append(&got, "");
	describe_ports(device, &got);
	describe_addresses(device, &got);
	describe_routes(device, &got);
	if (strcmp(got.bytes, expected) != 0)
		fail_msg("%s: expected \"%s\", got \"%s\"", name, expected,
			got.bytes);
	text_free(&got);
}

static const struct ip_address nowhere = { .family = 0 };

static inline void
try_message(const struct message_case *test)
{
	struct message message = message_of(test);
	struct device *device = device_create(&nowhere);
	struct netlink_count count = { 0 };
	struct kernel kernel;

	kernel_init(&kernel, device);
	assert_int_equal(netlink_feed(&kernel_tables[test->part], &kernel,
				 &(struct netlink_value){
					 message.bytes, message.length },
				 &count),
		1);
	kernel_settle(&kernel);
	if (count.refused != (test->expected == NULL))
		fail_msg("%s: refused %d", test->name, (int)count.refused);
	same_as(test->name, test->expected != NULL ? test->expected : "",
		device);
	device_free(device);
}
#endif
