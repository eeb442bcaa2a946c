/* address_list.c -- a file that says which recording answers at which address.
 */
#include "address_list.h"

#include <stdlib.h>
#include <string.h>

#include "files.h"
#include "log.h"
#include "recording_copy.h"

struct line {
	const char *path;
	int number;
	char *rest; /* of the line */
};

static void
add_address(const struct address_list *list, size_t device,
	const struct ip_address *ip)
{
	struct recording *recording = list->recordings->recordings[device];

	if (list->is_distinct) {
		recording = recording_copy(
			recording, (unsigned)list->copies->count);
		recording_list_add(list->copies, recording);
	}
	replay_addresses_add(list->addresses, ip, recording);
}

/* -1 after logging. */
static int
read_addresses(
	const struct address_list *list, size_t device, struct line *line)
{
	const char *word;
	struct ip_address ip;

	while ((word = strtok_r(NULL, " \t\r", &line->rest)) != NULL) {
		if (ip_parse(word, &ip) != 0) {
			log_error("%s:%d: '%s' is no address", line->path,
				line->number, word);
			return -1;
		}
		add_address(list, device, &ip);
	}
	return 0;
}

static int
read_line(const struct address_list *list, struct line *line, char *text)
{
	const char *word = strtok_r(text, " \t\r", &line->rest);
	size_t device;

	if (word == NULL || word[0] == '#')
		return 0;
	device = recording_list_find(list->recordings, word);
	if (device == list->recordings->count) {
		log_error("%s:%d: there is no recording '%s'", line->path,
			line->number, word);
		return -1;
	}
	list->listed[device] = true;
	return read_addresses(list, device, line);
}

int
address_list_read(const char *path, const struct address_list *list)
{
	char *text = file_read(path, NULL), *rest = text, *next;
	struct line line = { .path = path };
	int result = text != NULL ? 0 : -1;

	while ((next = strsep(&rest, "\n")) != NULL) {
		line.number++;
		line.rest = NULL;
		if (read_line(list, &line, next) != 0)
			result = -1;
	}
	free(text);
	return result;
}
