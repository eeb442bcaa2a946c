/* facts_services.c -- records of what the network does and who watches it:
 * services, names, security, monitoring, voice. Their tables stand in
 * schema/stated.sql. */
#include "facts_kinds.h"

#include <stddef.h>

static const struct yaml_field management_fields[] = {
	{ "vlan", YAML_INTEGER, .least = 1, .most = LAST_VLAN },
	{ "site", YAML_TEXT },
	{ "prefix", YAML_PREFIX },
	FACT_COMMON_FIELDS,
};

static const char *const protocols[] = { "tcp", "udp", NULL };
static const char *const service_kinds[] = { "dns", "http", "https", "smtp",
	"submission", "imap", "imaps", "sip", "sips", "ssh", "tcp", NULL };
static const char *const exposures[] = { "public", "internal", NULL };

static const struct yaml_field service_fields[] = {
	{ "name", YAML_TEXT, .required = true },
	{ "port", YAML_INTEGER, true, .least = 1, .most = LAST_PORT },
	{ "proto", YAML_CHOICE, .choices = protocols },
	{ "zone", YAML_TEXT },
	{ "kind", YAML_CHOICE, .choices = service_kinds },
	{ "exposure", YAML_CHOICE, .choices = exposures },
	{ "device", YAML_TEXT },
	{ "test_name", YAML_TEXT },
	{ "sip_options", YAML_BOOLEAN },
	{ "target_phase", YAML_TEXT },
	FACT_COMMON_FIELDS,
};

static const struct yaml_field dns_zone_fields[] = {
	{ "zone", YAML_TEXT, .required = true },
	{ "servers", YAML_TEXTS, .each = YAML_NAME },
	FACT_COMMON_FIELDS,
};

static const struct fact_list dns_zone_lists[] = {
	{ NULL, "servers", "fact_dns_zone_server", "zone, server",
		":key, :value" },
	{ NULL },
};

static const struct yaml_field resolver_fields[] = {
	{ "address", YAML_IP, .required = true },
	{ "site", YAML_TEXT },
	FACT_COMMON_FIELDS,
};

static const struct yaml_field reference_target_fields[] = {
	{ "address", YAML_IP, .required = true },
	{ "port", YAML_INTEGER, .least = 1, .most = LAST_PORT },
	FACT_COMMON_FIELDS,
};

static const struct yaml_field vantage_fields[] = {
	{ "name", YAML_TEXT, .required = true },
	{ "vlan", YAML_INTEGER, .least = 1, .most = LAST_VLAN },
	{ "site", YAML_TEXT },
	{ "zone", YAML_TEXT },
	FACT_COMMON_FIELDS,
};

static const struct yaml_field zone_test_fields[] = {
	{ "target", YAML_NAME, .required = true },
	{ "port", YAML_INTEGER, true, .least = 1, .most = LAST_PORT },
	{ "vantage", YAML_TEXT, .required = true },
	FACT_COMMON_FIELDS,
};

static const struct yaml_field zone_policy_fields[] = {
	{ "from", YAML_TEXT, .required = true },
	{ "to", YAML_TEXT, .required = true },
	{ "v4", YAML_BOOLEAN },
	{ "v6", YAML_BOOLEAN },
	{ "reviewed", YAML_DATE },
	FACT_COMMON_FIELDS,
};

static const char *const controls[] = { "ra-guard", "dhcpv6-guard",
	"nd-cache-limit", "source-guard", "icmpv6-policy", NULL };
static const char *const control_states[] = { "on", "off", "planned", "n-a",
	NULL };

static const struct yaml_field security_control_fields[] = {
	{ "vlan", YAML_INTEGER, .least = 1, .most = LAST_VLAN },
	{ "site", YAML_TEXT },
	{ "device", YAML_TEXT },
	{ "control", YAML_CHOICE, .required = true, .choices = controls },
	{ "state", YAML_CHOICE, .required = true, .choices = control_states },
	{ "reviewed", YAML_DATE },
	FACT_COMMON_FIELDS,
};

static const struct yaml_field monitor_fields[] = {
	{ "object", YAML_TEXT, .required = true },
	{ "v4", YAML_BOOLEAN },
	{ "v6", YAML_BOOLEAN },
	{ "alert", YAML_TEXT },
	{ "alert_tested", YAML_DATE },
	FACT_COMMON_FIELDS,
};

static const struct yaml_field tool_fields[] = {
	{ "name", YAML_TEXT, .required = true },
	{ "kind", YAML_TEXT },
	{ "reads_ipv6", YAML_BOOLEAN },
	FACT_COMMON_FIELDS,
};

static const char *const trunk_answers[] = { "yes", "no", "planned", NULL };

static const struct yaml_field voice_fields[] = {
	{ "vlan", YAML_INTEGER, true, .least = 1, .most = LAST_VLAN },
	{ "site", YAML_TEXT },
	{ "registrar", YAML_TEXT },
	{ "trunk", YAML_TEXT },
	{ "trunk_ipv6", YAML_CHOICE, .choices = trunk_answers },
	{ "emergency", YAML_TEXT },
	FACT_COMMON_FIELDS,
};

const struct fact_kind service_facts[] = {
	{ "management", "fact_management", management_fields,
		.key = { "vlan", "site", "prefix" },
		.any_of = { "vlan", "prefix" } },
	{ "services", "fact_service", service_fields,
		.key = { "name", "port", "proto" },
		.otherwise = { "proto", .text = "tcp" } },
	{ "dns_zones", "fact_dns_zone", dns_zone_fields, .key = { "zone" },
		.lists = dns_zone_lists },
	{ "resolvers", "fact_resolver", resolver_fields, .key = { "address" } },
	{ "reference_targets", "fact_reference_target", reference_target_fields,
		.key = { "address" } },
	{ "vantages", "fact_vantage", vantage_fields, .key = { "name" } },
	{ "zone_tests", "fact_zone_test", zone_test_fields,
		.key = { "target", "port", "vantage" } },
	{ "zone_policies", "fact_zone_policy", zone_policy_fields,
		.key = { "from", "to" } },
	{ "security_controls", "fact_security_control", security_control_fields,
		.key = { "vlan", "site", "device", "control" },
		.any_of = { "vlan", "device" } },
	{ "monitors", "fact_monitor", monitor_fields, .key = { "object" } },
	{ "tools", "fact_tool", tool_fields, .key = { "name" } },
	{ "voice", "fact_voice", voice_fields, .key = { "vlan", "site" } },
	{ NULL },
};
