/* fuzz_rows.c -- any rows of any tables, then what is made of them all.
 *
 * A row: the number of a table, the length of the index, the index, and for
 * each column a kind and a value. What a row holds is gone when the next one
 * comes, so that whoever keeps a pointer into it is found out. */
#include "collectors.h"
#include "device.h"
#include "fuzz_input.h"
#include "mib.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

enum { COLUMNS_MOST = 32, ROWS_MOST = 64 };

/* Their numbers stay the same, as seeds name them; the others follow. */
static const struct collector *const named[] = {
	&lldp_neighbours_collector,
	&lldp_addresses_collector,
	&lldp_ports_collector,
	&lldp_local_collector,
	&lldp_v2_neighbours_collector,
	&lldp_v2_addresses_collector,
	&cdp_neighbours_collector,
	&cdp_global_collector,
	&neighbours_collector,
	&addresses_collector,
};

static const enum mib_type kinds[] = {
	MIB_NO_SUCH_INSTANCE,
	MIB_INTEGER,
	MIB_OCTETS,
	MIB_OID,
	MIB_IP_ADDRESS,
	MIB_COUNTER32,
	MIB_GAUGE32,
	MIB_TIME_TICKS,
	MIB_COUNTER64,
	MIB_OPAQUE,
	MIB_NULL,
};

static const struct collector *
take_collector(struct input *input)
{
	const size_t number = input_octet(input);

	if (number < COUNT(named))
		return named[number];
	return collectors[(number - COUNT(named)) % collector_count];
}

static struct mib_value
take_value(struct input *input)
{
	const uint32_t octet = input_octet(input);
	struct mib_value value = { .type = kinds[octet % COUNT(kinds)] };

	switch (value.type) {
	case MIB_OCTETS:
	case MIB_IP_ADDRESS:
	case MIB_OPAQUE:
		value.length = input_octet(input);
		value.octets = input_octets(input, value.length);
		break;
	case MIB_OID:
		value.length = input_octet(input) % 128;
		value.oid = input_numbers(input, value.length);
		break;
	default:
		value.number = input_number(input);
		if (octet >= 128 && value.type == MIB_INTEGER)
			value.number = -value.number;
	}
	return value;
}

static void
free_value(struct mib_value *value)
{
	free((void *)(uintptr_t)value->octets);
	free((void *)(uintptr_t)value->oid);
}

static void
feed_row(struct device *device, struct input *input)
{
	const struct collector *collector = take_collector(input);
	const size_t length = input_octet(input) % 128;
	uint32_t *index = input_numbers(input, length);
	struct mib_value values[COLUMNS_MOST] = { 0 };
	const struct mib_row row = { index, length, values,
		collector->column_count };

	if (row.value_count > COUNT(values))
		abort();
	for (size_t i = 0; i < row.value_count; i++)
		values[i] = take_value(input);
	collector->on_row(device, &row);
	for (size_t i = 0; i < row.value_count; i++)
		free_value(&values[i]);
	free(index);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	struct input input = { bytes, size };
	struct ip_address address;
	struct device *device;

	ip_parse("192.0.2.1", &address);
	device = device_create(&address);
	for (int rows = 0; rows < ROWS_MOST && input.left > 0; rows++)
		feed_row(device, &input);
	device_settle(device);
	device_free(device);
	return 0;
}
