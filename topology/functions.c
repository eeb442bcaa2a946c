/* functions.c -- SQL functions: addresses, MACs and names inside queries.
 *
 * Each is a row of the table at the end. NULL gives NULL; so does a text that
 * is no address, where one is expected. Views that stay in the file use none
 * of them, so that plain sqlite3 can read it. */
#include <string.h>

#include "address.h"
#include "database.h"
#include "digest.h"
#include "functions_space.h"
#include "memory.h"
#include "oui.h"
#include "words.h"

static bool
read_ip(const struct sql_call *call, int index, struct ip_address *ip)
{
	const char *text = sql_argument_text(call, index);

	return text != NULL && ip_parse(text, ip) == 0;
}

static void
call_ip_key(struct sql_call *call)
{
	struct ip_address ip;

	if (read_ip(call, 0, &ip))
		sql_return_bytes(call, ip.bytes, sizeof(ip.bytes));
}

/* An IPv4 key reads as IPv4 again. */
static bool
read_key(const struct sql_call *call, struct ip_address *ip)
{
	static const uint8_t mapped[12] = { [10] = 0xff, 0xff };
	size_t length;
	const uint8_t *bytes = sql_argument_bytes(call, 0, &length);

	if (length == 16 && bits_equal(bytes, mapped, 96))
		return ip_from_octets(bytes + 12, 4, ip) == 0;
	return ip_from_octets(bytes, length, ip) == 0;
}

static void
call_ip_text(struct sql_call *call)
{
	char text[IP_TEXT_SIZE];
	struct ip_address ip;

	if (sql_argument_is_bytes(call, 0) ? read_key(call, &ip)
					   : read_ip(call, 0, &ip))
		sql_return_text(call, ip_text_with_length(&ip, text));
}

static void
call_ip_family(struct sql_call *call)
{
	struct ip_address ip;

	if (read_ip(call, 0, &ip))
		sql_return_integer(call, ip.family);
}

static void
call_ip_kind(struct sql_call *call)
{
	struct ip_address ip;

	if (read_ip(call, 0, &ip))
		sql_return_text(call, ip_kind(&ip));
}

static void
call_ip_usable(struct sql_call *call)
{
	struct ip_address ip;

	if (read_ip(call, 0, &ip))
		sql_return_integer(call, ip_kind_is_usable(&ip));
}

static void
call_ip_network(struct sql_call *call)
{
	char text[IP_TEXT_SIZE];
	struct ip_address ip;
	int64_t length;

	if (sql_argument_text(call, 1) == NULL || !read_ip(call, 0, &ip))
		return;
	length = sql_argument_integer(call, 1);
	if (length < 0 || length > (ip.family == 4 ? 32 : 128))
		return;
	ip.prefix_length = (int)length;
	ip = ip_network(&ip);
	sql_return_text(call, ip_text_with_length(&ip, text));
}

static void
call_ip_in(struct sql_call *call)
{
	struct ip_address ip, prefix;

	if (read_ip(call, 0, &ip) && read_ip(call, 1, &prefix))
		sql_return_integer(call, ip_in_prefix(&ip, &prefix));
}

static void
call_prefix_length(struct sql_call *call)
{
	struct ip_address ip;

	if (read_ip(call, 0, &ip) && ip.prefix_length != NO_PREFIX_LENGTH)
		sql_return_integer(call, ip.prefix_length);
}

static void
call_prefix_key(struct sql_call *call)
{
	struct ip_address ip;

	if (!read_ip(call, 0, &ip))
		return;
	ip = ip_network(&ip);
	sql_return_bytes(call, ip.bytes, sizeof(ip.bytes));
}

/* A missing origin is no random one. */
static void
call_iid_class(struct sql_call *call)
{
	const char *origin = sql_argument_text(call, 1);
	struct ip_address ip;

	if (read_ip(call, 0, &ip))
		sql_return_text(call,
			iid_class(&ip,
				origin != NULL &&
					strcmp(origin, "random") == 0));
}

static void
call_iid_mac(struct sql_call *call)
{
	char text[MAC_TEXT_SIZE];
	struct ip_address ip;
	uint8_t mac[6];

	if (read_ip(call, 0, &ip) && iid_mac(&ip, mac) == 0)
		sql_return_text(call, mac_text(mac, text));
}

static bool
read_mac(const struct sql_call *call, uint8_t mac[6])
{
	const char *text = sql_argument_text(call, 0);

	return text != NULL && mac_parse(text, mac) == 0;
}

static void
call_mac_text(struct sql_call *call)
{
	char text[MAC_TEXT_SIZE];
	uint8_t mac[6];

	if (read_mac(call, mac))
		sql_return_text(call, mac_text(mac, text));
}

static void
call_mac_virtual(struct sql_call *call)
{
	uint8_t mac[6];

	if (read_mac(call, mac))
		sql_return_integer(call, mac_is_virtual_router(mac));
}

static void
call_mac_vendor(struct sql_call *call)
{
	const struct oui_registry *registry = sql_data(call);
	uint8_t mac[6];

	if (registry != NULL && read_mac(call, mac))
		sql_return_text(call, oui_vendor(registry, mac));
}

static void
call_slug(struct sql_call *call)
{
	const char *text = sql_argument_text(call, 0);
	char slug[SLUG_SIZE];

	if (text != NULL)
		sql_return_text(call, slug_text(text, slug));
}

static void
call_short_hash(struct sql_call *call)
{
	const char *text = sql_argument_text(call, 0);
	uint8_t digest[DIGEST_SIZE];
	char hex[DIGEST_TEXT_SIZE];

	if (text == NULL)
		return;
	digest_bytes(text, strlen(text), digest);
	digest_text(digest, hex);
	hex[8] = '\0';
	sql_return_text(call, hex);
}

static void
return_rewritten(
	struct sql_call *call, void (*rewrite)(struct text *, const char *))
{
	const char *text = sql_argument_text(call, 0);
	struct text result = { 0 };

	if (text == NULL)
		return;
	rewrite(&result, text);
	sql_return_text(call, result.bytes);
	text_free(&result);
}

static void
call_natural_key(struct sql_call *call)
{
	return_rewritten(call, append_natural_key);
}

static void
call_clean(struct sql_call *call)
{
	return_rewritten(call, append_clean);
}

const struct sql_function sql_functions[] = {
	{ "ip_key", 1, call_ip_key }, /* text -> 16 bytes */
	{ "ip_text", 1, call_ip_text }, /* text or key -> RFC 5952 */
	{ "ip_family", 1, call_ip_family }, /* 4 or 6 */
	{ "ip_kind", 1, call_ip_kind }, /* a word of address_kinds.c */
	{ "ip_usable", 1, call_ip_usable }, /* 0 or 1 */
	{ "ip_network", 2, call_ip_network }, /* address, length -> prefix */
	{ "ip_in", 2, call_ip_in }, /* address, prefix -> 0 or 1 */
	{ "prefix_length", 1, call_prefix_length },
	{ "prefix_key", 1, call_prefix_key }, /* of the network */
	{ "prefix_last", 1, call_prefix_last }, /* key of its last address */
	{ "prefix_block", 3, call_prefix_block }, /* of a length, by number */
	{ "free_block", 2, call_free_block }, /* prefix, taken ones by blanks */
	{ "key_network", 2, call_key_network }, /* key, bits of 128 -> key */
	{ "ip_inside", 1, call_ip_inside }, /* IPv4 in 6to4, Teredo ... */
	{ "iid_class", 2, call_iid_class }, /* address, origin */
	{ "iid_mac", 1, call_iid_mac }, /* MAC inside an EUI-64 address */
	{ "mac_text", 1, call_mac_text }, /* any spelling -> ours */
	{ "mac_virtual", 1, call_mac_virtual }, /* 0 or 1 */
	{ "mac_vendor", 1, call_mac_vendor }, /* database_use_vendors */
	{ "slug", 1, call_slug },
	{ "short_hash", 1, call_short_hash }, /* 8 hex digits of SHA-256 */
	{ "natural_key", 1, call_natural_key },
	{ "clean", 1, call_clean },
};

const int sql_function_count = COUNT(sql_functions);

int
database_use_vendors(
	struct database *database, const struct oui_registry *registry)
{
	const struct sql_function function = { "mac_vendor", 1, call_mac_vendor,
		registry };

	return database_add_function(database, &function);
}
