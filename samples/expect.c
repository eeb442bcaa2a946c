/* expect.c -- what a perfect crawl finds, written from the description alone.
 *
 *   device	NAME
 *   address	DEVICE	PORT	IP/LENGTH
 *   link	DEVICE	PORT	DEVICE	PORT	EVIDENCE */
#include <stdlib.h>
#include <string.h>

#include "memory.h"
#include "record.h"

static void
expect_device(const struct device *device, struct text *lines)
{
	char ip[IP_TEXT_SIZE];

	if (!device->answers)
		return;
	text_format(lines, "device\t%s\n", device->name);
	for (const struct port *port = device->ports; port != NULL;
		port = port->next)
		for (const struct port_address *address = port->addresses;
			address != NULL; address = address->next)
			text_format(lines, "address\t%s\t%s\t%s\n",
				device->name, port->name,
				ip_text_with_length(&address->ip, ip));
}

static void
expect_link(const struct link *link, struct text *lines)
{
	const struct port *a = link->a, *b = link->b;
	bool both = a->device->answers && b->device->answers;

	if (!link->lldp || (!a->device->answers && !b->device->answers))
		return;
	if (strcmp(a->device->name, b->device->name) > 0) {
		a = link->b;
		b = link->a;
	}
	text_format(lines, "link\t%s\t%s\t%s\t%s\t%s\n", a->device->name,
		a->name, b->device->name, b->name,
		both ? "confirmed from both ends" : "one-sided");
}

static int
compare_lines(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static void
print_sorted(char *text, FILE *file)
{
	char **lines = NULL, *line;
	size_t count = 0, capacity = 0;

	while ((line = strsep(&text, "\n")) != NULL) {
		lines = memory_grown(lines, count, &capacity, sizeof(*lines));
		lines[count] = line;
		count += *line != '\0';
	}
	if (lines != NULL)
		qsort(lines, count, sizeof(*lines), compare_lines);
	for (size_t i = 0; i < count; i++)
		fprintf(file, "%s\n", lines[i]);
	free(lines);
}

void
expect_print(const struct network *network, FILE *file)
{
	struct text lines = { 0 };

	for (size_t i = 0; i < network->device_count; i++)
		expect_device(&network->devices[i], &lines);
	for (size_t i = 0; i < network->link_count; i++)
		expect_link(&network->links[i], &lines);
	print_sorted(lines.bytes, file);
	text_free(&lines);
}
