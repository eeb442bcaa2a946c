/* words.c -- the words of network.yaml that are tables: roles, port names. */
#include "words.h"

#include <string.h>

#include "memory.h"

/* LLDP capabilities, IEEE 802.1AB: bit 0 is the highest. */
enum {
	BRIDGE = 0x20,
	ACCESS_POINT = 0x10,
	ROUTER = 0x08,
	TELEPHONE = 0x04,
	STATION = 0x01,
};

static const struct role roles[] = {
	{ "router", true, false, false, ROUTER, 78 },
	{ "firewall", true, false, false, ROUTER, 78 },
	{ "l3switch", true, true, false, BRIDGE | ROUTER, 78 },
	{ "switch", false, true, false, BRIDGE, 2 },
	{ "ap", false, false, false, BRIDGE | ACCESS_POINT, 2 },
	{ "server", false, false, true, STATION, 72 },
	{ "host", false, false, true, STATION, 72 },
	{ "phone", false, false, true, BRIDGE | TELEPHONE, 72 },
	{ "printer", false, false, true, STATION, 72 },
	{ "provider", true, false, false, ROUTER, 78 },
};

const char *const role_names[] = { "router", "firewall", "l3switch", "switch",
	"ap", "server", "host", "phone", "printer", "provider", NULL };

const struct role *
role_find(const char *name)
{
	for (size_t i = 0; i < COUNT(roles); i++)
		if (strcmp(roles[i].name, name) == 0)
			return &roles[i];
	return NULL;
}

enum {
	ETHERNET = 6,
	LOOPBACK = 24,
	VIRTUAL = 53,
	WIRELESS = 71,
	TUNNEL = 131,
};
#define GIGABITS(n) ((n)*INT64_C(1000000000))

static const struct port_kind port_kinds[] = {
	{ "Gi", "GigabitEthernet", ETHERNET, GIGABITS(1) },
	{ "Te", "TenGigabitEthernet", ETHERNET, GIGABITS(10) },
	{ "Vlan", "Vlan", VIRTUAL, GIGABITS(1) },
	{ "Lo", "Loopback", LOOPBACK, GIGABITS(8) },
	{ "lo", "lo", LOOPBACK, 0 },
	{ "tun", "tun", TUNNEL, 0 },
	{ "wlan", "wlan", WIRELESS, GIGABITS(1) },
	{ "", "", ETHERNET, GIGABITS(1) },
};

const struct port_kind *
port_kind_find(const char *name)
{
	const struct port_kind *kind = port_kinds;

	while (strncmp(name, kind->start, strlen(kind->start)) != 0)
		kind++;
	return kind;
}

const char *const port_id_names[] = { "name", "mac", "local", NULL };
const char *const tunnel_names[] = { "6to4", NULL };
const char *const lldp_numbers_names[] = { "index", "bridge-port", NULL };

int
word_find(const char *const *words, const char *word)
{
	for (int i = 0; word != NULL && words[i] != NULL; i++)
		if (strcmp(words[i], word) == 0)
			return i;
	return 0;
}
