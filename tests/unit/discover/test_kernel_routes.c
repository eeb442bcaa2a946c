/* test_kernel_routes.c -- routes and the end of messages of rtnetlink, made by
 * hand. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <cmocka.h>

#include <errno.h>

#include "messages.h"

#define ROUTE(family, length, origin, kind) \
	.part = KERNEL_ROUTES, \
	.head.route = { (family), (length), .rtm_table = RT_TABLE_MAIN, \
		.rtm_protocol = (origin), .rtm_type = (kind) }
/* struct rtnexthop with a gateway: length 16, on interface 2 or 3 */
#define HOP4(index, ip) \
	"10000000" index "000000" \
	"08000500" ip

static void
routes(void **state)
{
	static const struct message_case cases[] = {
		{ "IPv4, default", ROUTE(AF_INET, 0, RTPROT_DHCP, RTN_UNICAST),
			{ { RTA_GATEWAY, IP4_1 }, { RTA_OIF, OIF_2 } },
			"route 0.0.0.0/0 192.0.2.1 2 remote dhcp/" },
		{ "IPv6, default, of an advertisement",
			ROUTE(AF_INET6, 0, RTPROT_RA, RTN_UNICAST),
			{ { RTA_GATEWAY, FE80_1 }, { RTA_OIF, OIF_2 },
				{ RTA_PREF, "01" },
				{ RTA_CACHEINFO,
					"0000000000000000"
					"60ea0000"
					"00000000"
					"0000000000000000"
					"0000000000000000" } },
			"route ::/0 fe80::1 2 remote ra/"
			"router fe80::1 2 600 high/" },
		{ "IPv6, on the link",
			ROUTE(AF_INET6, 64, RTPROT_KERNEL, RTN_UNICAST),
			{ { RTA_DST, IP6_0 }, { RTA_OIF, OIF_2 } },
			"route 2001:db8::/64 - 2 local kernel/" },
		{ "IPv4 by way of IPv6",
			ROUTE(AF_INET, 0, RTPROT_BGP, RTN_UNICAST),
			{ { RTA_VIA, "0a00" FE80_1 }, { RTA_OIF, OIF_2 } },
			"route 0.0.0.0/0 fe80::1 2 remote bgp/" },
		{ "two next hops", ROUTE(AF_INET, 0, RTPROT_OSPF, RTN_UNICAST),
			{ { RTA_MULTIPATH,
				HOP4("02", IP4_1) HOP4("03", IP4_2) } },
			"route 0.0.0.0/0 192.0.2.1 2 remote ospf/"
			"route 0.0.0.0/0 192.0.2.2 3 remote ospf/" },
		{ "a hole", ROUTE(AF_INET6, 64, RTPROT_STATIC, RTN_BLACKHOLE),
			{ { RTA_DST, IP6_0 } },
			"route 2001:db8::/64 - 0 blackhole static/" },
		{ "another table", ROUTE(AF_INET, 0, RTPROT_BOOT, RTN_UNICAST),
			{ { RTA_GATEWAY, IP4_1 }, { RTA_TABLE, "e8030000" } },
			"" },
		{ "no destination",
			ROUTE(AF_INET, 24, RTPROT_BOOT, RTN_UNICAST),
			{ { RTA_OIF, OIF_2 } } },
		{ "too long a prefix",
			ROUTE(AF_INET6, 129, RTPROT_BOOT, RTN_UNICAST),
			{ { RTA_DST, IP6_0 } } },
		{ "a gateway cut short",
			ROUTE(AF_INET6, 0, RTPROT_BOOT, RTN_UNICAST),
			{ { RTA_GATEWAY, "fe80" } } },
		{ "a next hop longer than all of them",
			ROUTE(AF_INET, 0, RTPROT_BOOT, RTN_UNICAST),
			{ { RTA_MULTIPATH, "2000000002000000" } } },
		{ "a next hop of no length",
			ROUTE(AF_INET, 0, RTPROT_BOOT, RTN_UNICAST),
			{ { RTA_MULTIPATH, "0000000002000000" } } },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		try_message(&cases[i]);
}

/* Of a large table only the default routes are kept. */
static void
large_tables(void **state)
{
	static const struct message_case near = { "near",
		ROUTE(AF_INET6, 64, RTPROT_BGP, RTN_UNICAST),
		{ { RTA_DST, IP6_0 }, { RTA_OIF, OIF_2 } } };
	static const struct message_case far = { "default",
		ROUTE(AF_INET6, 0, RTPROT_STATIC, RTN_UNICAST),
		{ { RTA_GATEWAY, FE80_1 }, { RTA_OIF, OIF_2 } } };
	struct device *device = device_create(&nowhere);
	const struct message_case *const tests[] = { &near, &near, &far,
		&near };
	struct kernel kernel;

	(void)state;
	device->route_limit = 2;
	kernel_init(&kernel, device);
	for (size_t i = 0; i < COUNT(tests); i++) {
		struct message message = message_of(tests[i]);
		struct netlink_count count = { 0 };

		netlink_feed(&kernel_tables[KERNEL_ROUTES], &kernel,
			&(struct netlink_value){
				message.bytes, message.length },
			&count);
	}
	assert_int_equal(kernel_settle(&kernel), 3);
	same_as("three of two", "route ::/0 fe80::1 2 remote static/", device);
	device_free(device);
}

static void
the_end_and_errors(void **state)
{
	struct {
		struct nlmsghdr head;
		struct nlmsgerr error;
	} message = { { sizeof(message), NLMSG_ERROR, 0, 1, 0 },
		{ .error = -EPERM } };
	struct netlink_count count = { 0 };
	const struct netlink_value value = { (uint8_t *)&message,
		sizeof(message) };

	(void)state;
	assert_int_equal(netlink_feed(&kernel_tables[KERNEL_LINKS], NULL,
				 &value, &count),
		EPERM);
	message.head.nlmsg_type = NLMSG_DONE;
	message.error.error = 0;
	assert_int_equal(netlink_feed(&kernel_tables[KERNEL_LINKS], NULL,
				 &value, &count),
		0);
	message.head.nlmsg_flags = NLM_F_DUMP_INTR;
	assert_int_equal(netlink_feed(&kernel_tables[KERNEL_LINKS], NULL,
				 &value, &count),
		EINTR);
	message.head.nlmsg_flags = 0;
	message.head.nlmsg_len = sizeof(message) + 4;
	assert_int_equal(netlink_feed(&kernel_tables[KERNEL_LINKS], NULL,
				 &value, &count),
		EBADMSG);
	message.head.nlmsg_len = 0xfe000000;
	assert_int_equal(netlink_feed(&kernel_tables[KERNEL_LINKS], NULL,
				 &value, &count),
		EBADMSG);
	assert_int_equal(count.rows + count.refused, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(routes),
		cmocka_unit_test(large_tables),
		cmocka_unit_test(the_end_and_errors),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
