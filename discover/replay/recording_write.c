/* recording_write.c -- a variable as a line of a recording.
 *
 * recording_line.c reads these lines; what it makes of one is the varbind that
 * the agent sent. */
#include "recording_write.h"

#include <inttypes.h>

static void
write_oid(struct text *line, const uint32_t *ids, size_t length)
{
	for (size_t i = 0; i < length; i++)
		text_format(line, "%s%" PRIu32, i > 0 ? "." : "", ids[i]);
}

static void
write_type(struct text *line, const struct mib_value *value, const char *hex)
{
	text_format(line, "|%d%s|", (int)value->type, hex);
}

static void
write_hex(struct text *line, const struct mib_value *value)
{
	write_type(line, value, "x");
	for (size_t i = 0; i < value->length; i++)
		text_format(line, "%02x", value->octets[i]);
}

static bool
is_plain(const struct mib_value *value)
{
	for (size_t i = 0; i < value->length; i++)
		if (value->octets[i] < ' ' || value->octets[i] > '~')
			return false;
	return true;
}

static void
write_octets(struct text *line, const struct mib_value *value)
{
	if (!is_plain(value)) {
		write_hex(line, value);
		return;
	}
	write_type(line, value, "");
	if (value->length > 0)
		text_append_bytes(line, value->octets, value->length);
}

static void
write_ip_address(struct text *line, const struct mib_value *value)
{
	const uint8_t *octets = value->octets;

	if (value->length != 4) {
		write_hex(line, value);
		return;
	}
	write_type(line, value, "");
	text_format(line, "%d.%d.%d.%d", octets[0], octets[1], octets[2],
		octets[3]);
}

static void
write_oid_value(struct text *line, const struct mib_value *value)
{
	if (value->length == 0) {
		write_hex(line, value);
		return;
	}
	write_type(line, value, "");
	write_oid(line, value->oid, value->length);
}

static void
write_signed(struct text *line, const struct mib_value *value)
{
	write_type(line, value, "");
	text_format(line, "%" PRId64, value->number);
}

static void
write_unsigned(struct text *line, const struct mib_value *value)
{
	write_type(line, value, "");
	text_format(line, "%" PRIu64, (uint64_t)value->number);
}

static void
write_null(struct text *line, const struct mib_value *value)
{
	write_type(line, value, "");
}

typedef void write_value(struct text *, const struct mib_value *);

static write_value *
find_form(enum mib_type type)
{
	static const struct {
		enum mib_type type;
		write_value *write;
	} forms[] = {
		{ MIB_INTEGER, write_signed },
		{ MIB_OCTETS, write_octets },
		{ MIB_NULL, write_null },
		{ MIB_OID, write_oid_value },
		{ MIB_IP_ADDRESS, write_ip_address },
		{ MIB_COUNTER32, write_unsigned },
		{ MIB_GAUGE32, write_unsigned },
		{ MIB_TIME_TICKS, write_unsigned },
		{ MIB_OPAQUE, write_hex },
		{ MIB_COUNTER64, write_unsigned },
	};

	for (size_t i = 0; i < COUNT(forms); i++)
		if (forms[i].type == type)
			return forms[i].write;
	return NULL;
}

int
recording_write(
	struct text *line, struct snmp_name name, const struct mib_value *value)
{
	write_value *write = find_form(value->type);

	if (write == NULL)
		return -1;
	write_oid(line, name.ids, name.length);
	write(line, value);
	text_append(line, "\n");
	return 0;
}
