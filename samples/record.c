/* record.c -- lines of a recording. */
#include "record.h"

#include <inttypes.h>
#include <string.h>

struct row
row_begin(FILE *file, const char *entry)
{
	return (struct row){ .file = file, .entry = entry };
}

void
row_add_number(struct row *row, uint32_t number)
{
	size_t length = strlen(row->index);

	snprintf(row->index + length, sizeof(row->index) - length, ".%" PRIu32,
		number);
}

void
row_add_octets(struct row *row, const uint8_t *octets, size_t length)
{
	for (size_t i = 0; i < length; i++)
		row_add_number(row, octets[i]);
}

const uint8_t *
ip_octets(const struct ip_address *ip, size_t *length)
{
	*length = ip->family == 4 ? 4 : 16;
	return ip->bytes + sizeof(ip->bytes) - *length;
}

void
row_add_address(struct row *row, const struct ip_address *ip)
{
	enum { IPV4 = 1, IPV6 = 2, IPV6Z = 4 };
	size_t length;
	const uint8_t *octets = ip_octets(ip, &length);
	const uint8_t zone[4] = { (uint8_t)(ip->zone >> 24),
		(uint8_t)(ip->zone >> 16), (uint8_t)(ip->zone >> 8),
		(uint8_t)ip->zone };

	row_add_number(row,
		ip->family == 4         ? IPV4
			: ip->zone != 0 ? IPV6Z
					: IPV6);
	row_add_number(
		row, (uint32_t)(length + (ip->zone != 0 ? sizeof(zone) : 0)));
	row_add_octets(row, octets, length);
	if (ip->zone != 0)
		row_add_octets(row, zone, sizeof(zone));
}

static void
begin_line(const struct row *row, int column)
{
	fprintf(row->file, "%s.%d%s|", row->entry, column,
		row->index[0] != '\0' ? row->index : ".0");
}

void
row_number(const struct row *row, int column, enum value_tag tag, int64_t value)
{
	begin_line(row, column);
	fprintf(row->file, "%d|%" PRId64 "\n", tag, value);
}

void
row_growing(const struct row *row, int column, int64_t per_second)
{
	begin_line(row, column);
	fprintf(row->file, "%d:numeric|initial=%" PRId64 ",rate=%" PRId64 "\n",
		COUNTER64, UPTIME_SECONDS * per_second, per_second);
}

void
row_text(const struct row *row, int column, const char *text)
{
	begin_line(row, column);
	fprintf(row->file, "4|%s\n", text != NULL ? text : "");
}

void
row_octets(
	const struct row *row, int column, const uint8_t *octets, size_t length)
{
	begin_line(row, column);
	fputs("4x|", row->file);
	for (size_t i = 0; i < length; i++)
		fprintf(row->file, "%02x", octets[i]);
	fputc('\n', row->file);
}

void
row_oid(const struct row *row, int column, const char *oid)
{
	begin_line(row, column);
	fprintf(row->file, "6|%s\n", oid);
}

void
row_ipv4(const struct row *row, int column, const uint8_t octets[4])
{
	begin_line(row, column);
	fprintf(row->file, "64|%u.%u.%u.%u\n", octets[0], octets[1], octets[2],
		octets[3]);
}
