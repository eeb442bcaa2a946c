/* test_kernel.c -- links, addresses and neighbours of rtnetlink, made by hand,
 * as rows of a device. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <cmocka.h>

#include "messages.h"

#define LINK(number, kind, ...) \
	.part = KERNEL_LINKS, \
	.head.link = { \
		.ifi_index = (number), .ifi_type = (kind), __VA_ARGS__ \
	}
#define ETH0 \
	{ \
		IFLA_IFNAME, "6574683000" \
	}

static void
links(void **state)
{
	static const struct message_case cases[] = {
		{ "Ethernet", LINK(2, ARPHRD_ETHER, .ifi_flags = IF_UP),
			{ ETH0, { IFLA_ADDRESS, MAC_1 },
				{ IFLA_MTU, "dc050000" },
				{ IFLA_OPERSTATE, "03" } },
			"link 2 eth0 6 1500 00:00:5e:00:53:01 up"
			" lowerLayerDown/" },
		{ "loopback tells no state, and its MAC is none",
			LINK(1, ARPHRD_LOOPBACK, .ifi_flags = IF_UP),
			{ { IFLA_IFNAME, "6c6f00" },
				{ IFLA_ADDRESS, "000000000000" } },
			"link 1 lo 24 0 - up up/" },
		{ "a bridge", LINK(3, ARPHRD_ETHER),
			{ { IFLA_IFNAME, "62723000" },
				{ IFLA_LINKINFO, "0b0001006272696467650000" } },
			"link 3 br0 209 0 - down down/" },
		{ "InfiniBand has longer addresses", LINK(4, ARPHRD_INFINIBAND),
			{ { IFLA_IFNAME, "69623000" },
				{ IFLA_ADDRESS, MAC_1 MAC_1 } },
			"link 4 ib0 199 0 - down down/" },
		{ "no name", LINK(2, ARPHRD_ETHER) },
		{ "no number", LINK(0, ARPHRD_ETHER), { ETH0 } },
		{ "a name without end", LINK(2, ARPHRD_ETHER),
			{ { IFLA_IFNAME, "65746830" } } },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		try_message(&cases[i]);
}

#define ADDRESS(family, length, flags) \
	.part = KERNEL_ADDRESSES, \
	.head.address = { (family), (length), (flags), 0, 2 }

static void
addresses(void **state)
{
	static const struct message_case cases[] = {
		{ "IPv4", ADDRESS(AF_INET, 24, IFA_F_PERMANENT),
			{ { IFA_ADDRESS, IP4_1 }, { IFA_LOCAL, IP4_1 } },
			"address 2 192.0.2.1/24 manual preferred/" },
		{ "IPv4, leased", ADDRESS(AF_INET, 24, 0),
			{ { IFA_LOCAL, IP4_1 } },
			"address 2 192.0.2.1/24 dhcp preferred/" },
		{ "the other end's is not ours",
			ADDRESS(AF_INET, 32, IFA_F_PERMANENT),
			{ { IFA_ADDRESS, IP4_2 }, { IFA_LOCAL, IP4_1 } },
			"address 2 192.0.2.1/32 manual preferred/" },
		{ "IPv6", ADDRESS(AF_INET6, 64, IFA_F_PERMANENT),
			{ { IFA_ADDRESS, IP6_1 } },
			"address 2 2001:db8::1/64 manual preferred/" },
		{ "IPv6, of an advertised prefix", ADDRESS(AF_INET6, 64, 0),
			{ { IFA_ADDRESS, IP6_1 } },
			"address 2 2001:db8::1/64 linklayer preferred/" },
		{ "IPv6, leased", ADDRESS(AF_INET6, 128, 0),
			{ { IFA_ADDRESS, IP6_1 } },
			"address 2 2001:db8::1/128 dhcp preferred/" },
		{ "temporary, deprecated",
			ADDRESS(AF_INET6, 64,
				IFA_F_TEMPORARY | IFA_F_DEPRECATED),
			{ { IFA_ADDRESS, IP6_1 } },
			"address 2 2001:db8::1/64 random deprecated/" },
		{ "tentative", ADDRESS(AF_INET6, 64, IFA_F_TENTATIVE),
			{ { IFA_ADDRESS, FE80_1 } },
			"address 2 fe80::1/64 linklayer tentative/" },
		{ "duplicate: another has it too",
			ADDRESS(AF_INET6, 64, IFA_F_PERMANENT),
			{ { IFA_ADDRESS, IP6_1 }, { IFA_FLAGS, "c8000000" } },
			"address 2 2001:db8::1/64 manual duplicate/" },
		{ "another family", ADDRESS(AF_UNIX, 0, 0),
			{ { IFA_ADDRESS, IP4_1 } }, "" },
		{ "cut short, IPv4", ADDRESS(AF_INET, 24, 0),
			{ { IFA_LOCAL, "c00002" } } },
		{ "cut short, IPv6", ADDRESS(AF_INET6, 64, 0),
			{ { IFA_ADDRESS, "20010db8" } } },
		{ "too long a prefix", ADDRESS(AF_INET, 33, 0),
			{ { IFA_LOCAL, IP4_1 } } },
		{ "no address", ADDRESS(AF_INET6, 64, 0) },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		try_message(&cases[i]);
}

#define NEIGHBOUR(family, nud, flags) \
	.part = KERNEL_NEIGHBOURS, \
	.head.neighbour = { (family), .ndm_ifindex = 2, .ndm_state = (nud), \
		.ndm_flags = (flags) }

static void
neighbours(void **state)
{
	static const struct message_case cases[] = {
		{ "IPv4: nobody says that he is a router",
			NEIGHBOUR(AF_INET, NUD_REACHABLE, 0),
			{ { NDA_DST, IP4_1 }, { NDA_LLADDR, MAC_1 } },
			"neighbour 2 192.0.2.1 00:00:5e:00:53:01 dynamic"
			" reachable ?/" },
		{ "IPv6, a router", NEIGHBOUR(AF_INET6, NUD_STALE, NTF_ROUTER),
			{ { NDA_DST, FE80_1 }, { NDA_LLADDR, MAC_1 } },
			"neighbour 2 fe80::1 00:00:5e:00:53:01 dynamic"
			" stale yes/" },
		{ "IPv6, no router", NEIGHBOUR(AF_INET6, NUD_DELAY, 0),
			{ { NDA_DST, IP6_1 }, { NDA_LLADDR, MAC_1 } },
			"neighbour 2 2001:db8::1 00:00:5e:00:53:01 dynamic"
			" delay no/" },
		{ "IPv6, not there", NEIGHBOUR(AF_INET6, NUD_FAILED, 0),
			{ { NDA_DST, IP6_1 } },
			"neighbour 2 2001:db8::1 - dynamic invalid ?/" },
		{ "IPv4, not there yet", NEIGHBOUR(AF_INET, NUD_INCOMPLETE, 0),
			{ { NDA_DST, IP4_1 } },
			"neighbour 2 192.0.2.1 - dynamic incomplete ?/" },
		{ "written by hand", NEIGHBOUR(AF_INET, NUD_PERMANENT, 0),
			{ { NDA_DST, IP4_1 }, { NDA_LLADDR, MAC_1 } },
			"neighbour 2 192.0.2.1 00:00:5e:00:53:01 static"
			" reachable ?/" },
		{ "a group", NEIGHBOUR(AF_INET6, NUD_NOARP, 0),
			{ { NDA_DST, FE80_1 } }, "" },
		{ "a forwarding table", NEIGHBOUR(AF_BRIDGE, NUD_REACHABLE, 0),
			{ { NDA_LLADDR, MAC_1 } }, "" },
		{ "no address", NEIGHBOUR(AF_INET6, NUD_REACHABLE, 0),
			{ { NDA_LLADDR, MAC_1 } } },
		{ "an address of the other family",
			NEIGHBOUR(AF_INET, NUD_REACHABLE, 0),
			{ { NDA_DST, IP6_1 } } },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		try_message(&cases[i]);
}

/* What the kernel would never send: only at the end of an attribute is a
 * message whole, and a neighbour needs no MAC. */
static void
broken_messages(void **state)
{
	enum { WITHOUT_MAC = 48, WITH_MAC = 58 };
	static const struct message_case whole = { "whole",
		NEIGHBOUR(AF_INET6, NUD_REACHABLE, NTF_ROUTER),
		{ { NDA_DST, FE80_1 }, { NDA_LLADDR, MAC_1 } } };
	const struct message message = message_of(&whole);
	struct device *device = device_create(&nowhere);
	struct kernel kernel;

	(void)state;
	kernel_init(&kernel, device);
	for (size_t length = NLMSG_HDRLEN; length <= WITH_MAC; length++) {
		struct message cut = message;
		struct nlmsghdr *head = (void *)cut.bytes;
		struct netlink_count count = { 0 };
		bool is_whole = length == WITHOUT_MAC || length == WITH_MAC;

		head->nlmsg_len = (uint32_t)length;
		netlink_feed(&kernel_tables[KERNEL_NEIGHBOURS], &kernel,
			&(struct netlink_value){ cut.bytes, length }, &count);
		if (count.rows != is_whole || count.refused != !is_whole)
			fail_msg("%zu octets", length);
	}
	device_free(device);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(links),
		cmocka_unit_test(addresses),
		cmocka_unit_test(neighbours),
		cmocka_unit_test(broken_messages),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
