/* records.c -- the records of an answer of DNS. */
#include "records.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "memory.h"

void
records_add(struct records *records, const char *value, int64_t number)
{
	struct answer_record *record;
	size_t length = strlen(value);

	records->list = memory_resized(
		records->list, (records->count + 1) * sizeof(*records->list));
	record = &records->list[records->count++];
	if (length > 0 && value[length - 1] == '.')
		length--;
	snprintf(record->value, sizeof(record->value), "%.*s", (int)length,
		value);
	record->number = number;
}

void
records_add_address(struct records *records, const void *octets, size_t length)
{
	char text[IP_TEXT_SIZE];
	struct ip_address ip;

	if (ip_from_octets(octets, length, &ip) == 0)
		records_add(records, ip_text(&ip, text), -1);
}

static int
compare(const void *left, const void *right)
{
	return strcmp(((const struct answer_record *)left)->value,
		((const struct answer_record *)right)->value);
}

void
records_sort(struct records *records)
{
	if (records->count > 0)
		qsort(records->list, records->count, sizeof(*records->list),
			compare);
}

void
records_free(struct records *records)
{
	free(records->list);
	*records = (struct records){ 0 };
}

char *
reverse_name(const struct ip_address *ip)
{
	struct text name = { 0 };

	for (int i = 15; i >= (ip->family == 4 ? 12 : 0); i--)
		if (ip->family == 4)
			text_format(&name, "%u.", ip->bytes[i]);
		else
			text_format(&name, "%x.%x.", ip->bytes[i] & 15U,
				ip->bytes[i] >> 4U);
	text_append(&name, ip->family == 4 ? "in-addr.arpa" : "ip6.arpa");
	return name.bytes;
}
