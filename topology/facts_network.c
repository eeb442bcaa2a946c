/* facts_network.c -- records of what the network is: sites, devices, lines,
 * addresses. Their tables stand in schema/stated.sql. */
#include "facts_kinds.h"

#include <stddef.h>

static const struct yaml_field site_match_fields[] = {
	{ "location", YAML_TEXT },
	{ "name", YAML_TEXT },
	{ "prefix", YAML_TEXTS, .each = YAML_PREFIX },
	{ NULL },
};

static const struct yaml_field site_fields[] = {
	{ "id", YAML_TEXT, .required = true },
	{ "name", YAML_TEXT },
	{ "match", YAML_SECTION, .fields = site_match_fields },
	FACT_COMMON_FIELDS,
};

static const struct fact_list site_lists[] = {
	{ "match", "prefix", "fact_site_prefix", "site, prefix", ":key, :value",
		.is_selector = true },
	{ NULL },
};

static const char *const roles[] = { "router", "firewall", "l3switch", "switch",
	"ap", "server", "host", "phone", "printer", "provider", NULL };

static const struct yaml_field device_match_fields[] = {
	{ "name", YAML_TEXTS },
	{ "serial", YAML_TEXTS },
	{ "chassis", YAML_TEXTS, .each = YAML_NAME },
	{ "mac", YAML_TEXTS, .each = YAML_MAC },
	{ "address", YAML_TEXTS, .each = YAML_IP },
	{ NULL },
};

static const struct yaml_field device_fields[] = {
	{ "name", YAML_TEXT, .required = true },
	{ "role", YAML_CHOICE, .choices = roles },
	{ "site", YAML_TEXT },
	{ "target_phase", YAML_TEXT },
	{ "capability", YAML_INTEGER, .least = 1, .most = 5 },
	{ "replace_by", YAML_DATE },
	{ "retired", YAML_DATE },
	{ "match", YAML_SECTION, .fields = device_match_fields },
	FACT_COMMON_FIELDS,
};

#define DEVICE_SELECTOR(field) \
	{ \
		"match", field, "fact_device_match", "device, kind, value", \
			":key, :field, :value", .is_selector = true \
	}

static const struct fact_list device_lists[] = {
	DEVICE_SELECTOR("name"),
	DEVICE_SELECTOR("serial"),
	DEVICE_SELECTOR("chassis"),
	DEVICE_SELECTOR("mac"),
	DEVICE_SELECTOR("address"),
	{ NULL },
};

static const char *const circuit_kinds[] = { "uplink", "wan", NULL };

static const struct yaml_field sla_fields[] = {
	{ "avail", YAML_NUMBER, .least = 0, .most = 100 },
	{ "latency_ms", YAML_NUMBER, .least = 0, .most = 60000 },
	{ "loss_pct", YAML_NUMBER, .least = 0, .most = 100 },
	{ "jitter_ms", YAML_NUMBER, .least = 0, .most = 60000 },
	{ NULL },
};

static const struct yaml_field circuit_fields[] = {
	{ "id", YAML_TEXT, .required = true },
	{ "kind", YAML_CHOICE, .required = true, .choices = circuit_kinds },
	{ "provider", YAML_TEXT },
	{ "contract", YAML_TEXT },
	{ "device", YAML_TEXT },
	{ "interface", YAML_TEXT },
	{ "bandwidth", YAML_RATE },
	{ "as", YAML_INTEGER, .least = 1, .most = UINT32_MAX },
	{ "prefixes", YAML_TEXTS, .each = YAML_PREFIX },
	{ "targets", YAML_TEXTS, .each = YAML_IP },
	{ "sla_v4", YAML_SECTION, .fields = sla_fields },
	{ "sla_v6", YAML_SECTION, .fields = sla_fields },
	{ "target_phase", YAML_TEXT },
	{ "start", YAML_DATE },
	{ "end", YAML_DATE },
	FACT_COMMON_FIELDS,
};

static const struct fact_list circuit_lists[] = {
	{ NULL, "prefixes", "fact_circuit_prefix", "circuit, prefix",
		":key, :value" },
	{ NULL, "targets", "fact_circuit_target", "circuit, ip",
		":key, :value" },
	{ NULL },
};

static const char *const own_kinds[] = { "PI", "PA", "LIR", "ULA", "private",
	NULL };

static const struct yaml_field own_prefix_fields[] = {
	{ "prefix", YAML_PREFIX, .required = true },
	{ "kind", YAML_CHOICE, .choices = own_kinds },
	{ "source", YAML_TEXT },
	{ "registry_ref", YAML_TEXT },
	{ "announce", YAML_BOOLEAN },
	{ "upstream", YAML_TEXT },
	FACT_COMMON_FIELDS,
};

static const char *const plan_roles[] = { "container", "lan", "p2p", "loopback",
	NULL };
static const char *const plan_statuses[] = { "container", "active", "reserved",
	"deprecated", NULL };

static const struct yaml_field plan_prefix_fields[] = {
	{ "prefix", YAML_PREFIX, .required = true },
	{ "site", YAML_TEXT },
	{ "vlan", YAML_INTEGER, .least = 1, .most = LAST_VLAN },
	{ "use", YAML_TEXT },
	{ "role", YAML_CHOICE, .choices = plan_roles },
	{ "status", YAML_CHOICE, .choices = plan_statuses },
	{ "vrf", YAML_TEXT },
	{ "target_phase", YAML_TEXT },
	FACT_COMMON_FIELDS,
};

static const char *const numbering_rules[] = { "none", "vlan-decimal",
	"vlan-hex", NULL };

static const struct yaml_field numbering_fields[] = {
	{ "rule", YAML_CHOICE, .required = true, .choices = numbering_rules },
	{ NULL },
};

static const char *const ra_models[] = { "static", "slaac", "slaac+dhcp-info",
	"dhcp", NULL };

static const struct yaml_field ra_model_fields[] = {
	{ "vlan", YAML_INTEGER, true, .least = 1, .most = LAST_VLAN },
	{ "site", YAML_TEXT },
	{ "model", YAML_CHOICE, .required = true, .choices = ra_models },
	FACT_COMMON_FIELDS,
};

static const struct yaml_field expect_router_fields[] = {
	{ "vlan", YAML_INTEGER, true, .least = 1, .most = LAST_VLAN },
	{ "site", YAML_TEXT },
	{ "mac", YAML_MAC },
	{ "link_local", YAML_IP },
	{ "device", YAML_TEXT },
	FACT_COMMON_FIELDS,
};

static const struct yaml_field ipv4_only_fields[] = {
	{ "vlan", YAML_INTEGER, true, .least = 1, .most = LAST_VLAN },
	{ "site", YAML_TEXT },
	FACT_COMMON_FIELDS,
};

static const struct yaml_field tunnel_fields[] = {
	{ "device", YAML_TEXT, .required = true },
	{ "interface", YAML_TEXT, .required = true },
	FACT_COMMON_FIELDS,
};

static const struct yaml_field nd_limit_fields[] = {
	{ "device", YAML_TEXT, .required = true },
	{ "interface", YAML_TEXT },
	{ "entries", YAML_INTEGER, true, .least = 1, .most = INT32_MAX },
	FACT_COMMON_FIELDS,
};

const struct fact_kind network_facts[] = {
	{ "sites", "fact_site", site_fields, .key = { "id" },
		.otherwise = { "name", .as = "id" }, .lists = site_lists },
	{ "devices", "fact_device", device_fields, .key = { "name" },
		.lists = device_lists,
		.finish = "INSERT INTO fact_device_match (device, kind, value)"
			  " SELECT name, 'name', name FROM fact_device WHERE"
			  " name NOT IN (SELECT device FROM"
			  " fact_device_match)" },
	{ "circuits", "fact_circuit", circuit_fields, .key = { "id" },
		.lists = circuit_lists },
	{ "own_prefixes", "fact_own_prefix", own_prefix_fields,
		.key = { "prefix" } },
	{ "plan_prefixes", "fact_plan_prefix", plan_prefix_fields,
		.key = { "prefix", "vrf" } },
	{ "numbering", "fact_numbering", numbering_fields, .is_section = true },
	{ "ra_models", "fact_ra_model", ra_model_fields,
		.key = { "vlan", "site" } },
	{ "expect_routers", "fact_expect_router", expect_router_fields,
		.any_of = { "mac", "link_local", "device" } },
	{ "ipv4_only", "fact_ipv4_only", ipv4_only_fields,
		.key = { "vlan", "site" } },
	{ "tunnels", "fact_tunnel", tunnel_fields,
		.key = { "device", "interface" } },
	{ "nd_limits", "fact_nd_limit", nd_limit_fields,
		.key = { "device", "interface" } },
	{ NULL },
};
