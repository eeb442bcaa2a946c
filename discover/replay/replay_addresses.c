/* replay_addresses.c -- which recording answers at which address.
 *
 * A device answers at every address of its own address tables, as it did when
 * it was recorded, except where that makes no sense between devices: loopback,
 * link-local, multicast, and what two devices both call theirs. */
#include <stdlib.h>
#include <string.h>

#include "memory.h"
#include "mib.h"
#include "replay.h"

struct owner {
	uint8_t ip[16];
	const struct recording *recording; /* NULL: shared, nobody answers */
};

struct replay_addresses {
	struct owner *owners; /* sorted by address once settled */
	size_t count, capacity;
};

struct replay_addresses *
replay_addresses_create(void)
{
	return memory_zeroed(sizeof(struct replay_addresses));
}

void
replay_addresses_free(struct replay_addresses *addresses)
{
	free(addresses->owners);
	free(addresses);
}

void
replay_addresses_add(struct replay_addresses *addresses,
	const struct ip_address *ip, const struct recording *recording)
{
	struct owner *owner;

	addresses->owners = memory_grown(addresses->owners, addresses->count,
		&addresses->capacity, sizeof(*owner));
	owner = &addresses->owners[addresses->count++];
	memcpy(owner->ip, ip->bytes, sizeof(owner->ip));
	owner->recording = recording;
}

static int
read_ipv4(struct index_reader *index, struct ip_address *ip)
{
	return index_octets_address(index, 4, ip);
}

static int
read_interface_ipv6(struct index_reader *index, struct ip_address *ip)
{
	uint32_t interface;

	if (index_number(index, &interface) != 0)
		return -1;
	return index_octets_address(index, 16, ip);
}

/* Columns whose index holds the address; recordings lack one or the other. */
static const struct address_column {
	const char *oid;
	int (*read)(struct index_reader *, struct ip_address *);
} address_columns[] = {
	{ "1.3.6.1.2.1.4.20.1.1", read_ipv4 }, /* ipAdEntAddr */
	{ "1.3.6.1.2.1.4.20.1.2", read_ipv4 }, /* ipAdEntIfIndex */
	{ "1.3.6.1.2.1.4.34.1.3", index_ip_address }, /* ipAddressIfIndex */
	/* ipv6AddrPfxLength */
	{ "1.3.6.1.2.1.55.1.8.1.2", read_interface_ipv6 },
};

static void
add_row(struct replay_addresses *addresses, const struct address_column *column,
	struct octets index_octets, const struct recording *recording)
{
	uint32_t ids[OID_IDS];
	struct index_reader index = { ids, oid_ids(index_octets, ids) };
	struct ip_address ip;

	if (column->read(&index, &ip) == 0 && ip_kind_is_usable(&ip))
		replay_addresses_add(addresses, &ip, recording);
}

static void
add_column(struct replay_addresses *addresses,
	const struct address_column *column, const struct recording *recording)
{
	uint8_t bytes[OID_OCTETS];
	const struct octets text = { (const uint8_t *)column->oid,
		strlen(column->oid) };
	const struct octets prefix = { bytes, (size_t)oid_parse(text, bytes) };

	for (size_t i = recording_after(recording, prefix);
		i < recording->count; i++) {
		struct octets oid = recording_oid(recording, i);

		if (!oid_begins_with(oid, prefix))
			break;
		oid.bytes += prefix.length;
		oid.length -= prefix.length;
		add_row(addresses, column, oid, recording);
	}
}

void
replay_addresses_add_own(
	struct replay_addresses *addresses, const struct recording *recording)
{
	for (size_t i = 0; i < COUNT(address_columns); i++)
		add_column(addresses, &address_columns[i], recording);
}

static int
compare_owners(const void *a, const void *b)
{
	const struct owner *left = a, *right = b;

	return memcmp(left->ip, right->ip, sizeof(left->ip));
}

size_t
replay_addresses_settle(struct replay_addresses *addresses)
{
	struct owner *owners = addresses->owners;
	size_t kept = 0, silent = 0;

	if (addresses->count == 0)
		return 0;
	qsort(owners, addresses->count, sizeof(*owners), compare_owners);
	for (size_t i = 1; i < addresses->count; i++) {
		if (compare_owners(&owners[kept], &owners[i]) != 0)
			owners[++kept] = owners[i];
		else if (owners[kept].recording != owners[i].recording)
			owners[kept].recording = NULL;
	}
	addresses->count = kept + 1;
	for (size_t i = 0; i < addresses->count; i++)
		silent += owners[i].recording == NULL;
	return addresses->count - silent;
}

static struct ip_address
address_of(const struct owner *owner)
{
	static const uint8_t mapped[12] = { [10] = 0xff, 0xff };
	const size_t start =
		memcmp(owner->ip, mapped, sizeof(mapped)) == 0 ? 12 : 0;
	struct ip_address ip;

	ip_from_octets(owner->ip + start, sizeof(owner->ip) - start, &ip);
	return ip;
}

void
replay_addresses_each(const struct replay_addresses *addresses,
	replay_addresses_visit *visit, void *context)
{
	for (size_t i = 0; i < addresses->count; i++) {
		const struct owner *owner = &addresses->owners[i];
		const struct ip_address ip = address_of(owner);

		if (owner->recording != NULL)
			visit(context, &ip, owner->recording);
	}
}

const struct recording *
replay_addresses_find(
	const struct replay_addresses *addresses, const uint8_t ip[16])
{
	const struct owner *owner;
	struct owner wanted = { .recording = NULL };

	if (addresses->count == 0)
		return NULL;
	memcpy(wanted.ip, ip, sizeof(wanted.ip));
	owner = bsearch(&wanted, addresses->owners, addresses->count,
		sizeof(wanted), compare_owners);
	return owner != NULL ? owner->recording : NULL;
}
