/* fuzz_index.c -- any sub-identifiers as an index: an address, a MAC, or no.
 *
 * The first octet chooses the reader, the rest are sub-identifiers. Who reads
 * one never goes past the end, and who refuses it takes nothing. */
#include "fuzz_input.h"
#include "lldp.h"
#include "mib.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

enum { INDEX_MOST = 128 };

struct read {
	struct ip_address ip;
	uint32_t port;
	uint8_t mac[6];
};

static int
read_ip(struct index_reader *index, struct read *to)
{
	return index_ip_address(index, &to->ip);
}

static int
read_sized(struct index_reader *index, struct read *to)
{
	return index_sized_address(index, &to->ip);
}

static int
read_port_address(struct index_reader *index, struct read *to)
{
	return index_port_address(index, &to->port, &to->ip);
}

static int
read_port_ipv6(struct index_reader *index, struct read *to)
{
	return index_port_ipv6(index, &to->port, &to->ip);
}

static int
read_ipv4(struct index_reader *index, struct read *to)
{
	return index_octets_address(index, 4, &to->ip);
}

static int
read_ipv6(struct index_reader *index, struct read *to)
{
	return index_octets_address(index, 16, &to->ip);
}

static int
read_management(struct index_reader *index, struct read *to)
{
	return lldp_read_address(index, &to->ip);
}

static int
read_mac(struct index_reader *index, struct read *to)
{
	to->ip.family = 4; /* it has none to get wrong */
	return index_mac(index, to->mac);
}

static int (*const readers[])(struct index_reader *, struct read *) = {
	read_ip,
	read_sized,
	read_port_address,
	read_port_ipv6,
	read_ipv4,
	read_ipv6,
	read_management,
	read_mac,
};

static void
check_read(const struct read *read)
{
	char text[IP_TEXT_SIZE];

	if (read->ip.family != 4 && read->ip.family != 6)
		abort();
	if (ip_text_with_length(&read->ip, text)[0] == '\0')
		abort();
	ip_kind(&read->ip);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	struct input input = { bytes, size };
	const size_t reader = input_octet(&input) % COUNT(readers);
	const size_t count = input.left < INDEX_MOST ? input.left : INDEX_MOST;
	uint32_t *ids = input_numbers(&input, count);
	const struct mib_row row = { .index = ids, .index_length = count };
	struct index_reader index = mib_index(&row);
	struct read read = { .ip = { .prefix_length = NO_PREFIX_LENGTH } };

	if (readers[reader](&index, &read) == 0)
		check_read(&read);
	if (index.left > count || index.next != ids + count - index.left)
		abort();
	free(ids);
	return 0;
}
