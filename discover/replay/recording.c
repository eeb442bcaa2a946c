/* recording.c -- reads NAME.snmprec into sorted, encoded varbinds. */
#include "recording.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "files.h"
#include "memory.h"
#include "recording_line.h"

struct loader {
	struct recording *recording;
	struct text varbinds;
	size_t offset_capacity;
	size_t growth_capacity;
	size_t line;
};

static void
keep(struct loader *loader, const struct ber_writer *varbind)
{
	struct recording *recording = loader->recording;

	recording->offsets = memory_grown(recording->offsets, recording->count,
		&loader->offset_capacity, sizeof(*recording->offsets));
	recording->offsets[recording->count++] =
		(uint32_t)loader->varbinds.length;
	text_append_bytes(&loader->varbinds, varbind->bytes, varbind->length);
	recording->bytes = (uint8_t *)loader->varbinds.bytes;
}

/* sysUpTime.0 grows without being told to. */
static bool
is_up_time(const struct ber_writer *varbind)
{
	static const uint8_t name[] = { BER_OID, 8, 0x2b, 6, 1, 2, 1, 1, 3, 0 };

	return varbind->length > 2 + sizeof(name) &&
		memcmp(varbind->bytes + 2, name, sizeof(name)) == 0;
}

/* Of the varbind that is kept next. */
static void
keep_growth(struct loader *loader, int64_t per_second)
{
	struct recording *recording = loader->recording;

	recording->growths =
		memory_grown(recording->growths, recording->growth_count,
			&loader->growth_capacity, sizeof(*recording->growths));
	recording->growths[recording->growth_count++] =
		(struct growth){ (uint32_t)loader->varbinds.length,
			per_second };
}

static int
read_line(struct loader *loader, struct octets line)
{
	uint8_t bytes[VARBIND_LIMIT];
	struct ber_writer varbind = { bytes, 0, sizeof(bytes), false };
	int64_t per_second;

	if (line.length > 0 && line.bytes[line.length - 1] == '\r')
		line.length--;
	if (line.length == 0 || line.bytes[0] == '#')
		return 0;
	if (recording_line_encode(line, &varbind, &per_second) != 0)
		return -1;
	if (is_up_time(&varbind))
		per_second = 100;
	if (per_second > 0)
		keep_growth(loader, per_second);
	keep(loader, &varbind);
	return 0;
}

static void
read_lines(struct loader *loader, struct octets text)
{
	struct recording *recording = loader->recording;
	struct octets line;

	while (text.length > 0) {
		octets_cut(&text, '\n', &line);
		loader->line++;
		if (read_line(loader, line) == 0)
			continue;
		if (recording->odd_lines++ == 0)
			recording->first_odd_line = loader->line;
	}
}

/* What lies in memory was encoded here: it needs no end to be read safely. */
static struct octets
encoded(const uint8_t *start)
{
	struct octets input = { start, VARBIND_LIMIT }, content;
	uint8_t tag;

	ber_read(&input, &tag, &content);
	return content;
}

static struct octets
varbind_oid(const uint8_t *varbind)
{
	return encoded(encoded(varbind).bytes);
}

struct octets
recording_oid(const struct recording *recording, size_t position)
{
	return varbind_oid(recording->bytes + recording->offsets[position]);
}

static const struct recording_change *
find_change(const struct recording *recording, size_t position)
{
	for (size_t low = 0, high = recording->change_count; low < high;) {
		size_t middle = low + (high - low) / 2;
		const struct recording_change *change =
			&recording->changes[middle];

		if (change->position == position)
			return change;
		if (change->position < position)
			low = middle + 1;
		else
			high = middle;
	}
	return NULL;
}

struct octets
recording_varbind(const struct recording *recording, size_t position)
{
	const uint8_t *start = recording->bytes + recording->offsets[position];
	const struct recording_change *change =
		find_change(recording, position);
	struct octets content = encoded(start);

	if (change != NULL)
		return (struct octets){ change->varbind, change->length };
	return (struct octets){ start,
		(size_t)(content.bytes - start) + content.length };
}

static int
compare_offsets(const void *a, const void *b, void *bytes)
{
	uint32_t left = *(const uint32_t *)a, right = *(const uint32_t *)b;
	const uint8_t *base = bytes;
	int difference = oid_compare(
		varbind_oid(base + left), varbind_oid(base + right));

	return difference != 0 ? difference : (left > right) - (left < right);
}

static bool
is_sorted(const struct recording *recording)
{
	for (size_t i = 1; i < recording->count; i++)
		if (oid_compare(recording_oid(recording, i - 1),
			    recording_oid(recording, i)) >= 0)
			return false;
	return true;
}

/* Of an OID that comes twice, the line that stood first counts. */
static void
drop_repeated(struct recording *recording)
{
	size_t kept = 0;

	for (size_t i = 0; i < recording->count; i++) {
		recording->offsets[kept] = recording->offsets[i];
		if (kept == 0 ||
			oid_compare(recording_oid(recording, kept - 1),
				recording_oid(recording, kept)) != 0)
			kept++;
	}
	recording->count = kept;
}

static void
sort(struct recording *recording)
{
	if (is_sorted(recording))
		return;
	qsort_r(recording->offsets, recording->count,
		sizeof(*recording->offsets), compare_offsets, recording->bytes);
	drop_repeated(recording);
}

enum { MADE_ENGINE_ID = 13 };

/* RFC 3411, SnmpEngineID: an enterprise, then (5) octets as it likes: here a
 * hash of the name, so that they are the device's own and stay the same. */
static void
make_engine_id(const char *name, uint8_t id[MADE_ENGINE_ID])
{
	static const uint8_t start[] = { 0x80, 0, 0x1f, 0x88, 5 };
	uint64_t hash = 0xcbf29ce484222325; /* FNV-1a */

	for (; *name != '\0'; name++)
		hash = (hash ^ (uint8_t)*name) * 0x100000001b3;
	memcpy(id, start, sizeof(start));
	for (int i = 0; i < 8; i++)
		id[sizeof(start) + (size_t)i] = (uint8_t)(hash >> (56 - 8 * i));
}

/* Real agents always have variables behind the interesting part; a recording
 * that was cut before them would end too early for a walk. */
static void
add_engine_id(struct loader *loader)
{
	/* 1.3.6.1.6.3 */
	static const uint8_t framework[] = { 0x2b, 6, 1, 6, 3 };
	const struct octets subtree = { framework, sizeof(framework) };
	uint8_t id[MADE_ENGINE_ID];
	struct text line = { 0 };

	if (recording_find(loader->recording, subtree) <
		loader->recording->count)
		return;
	make_engine_id(loader->recording->name, id);
	text_append(&line, "1.3.6.1.6.3.10.2.1.1.0|4x|");
	for (size_t i = 0; i < sizeof(id); i++)
		text_format(&line, "%02x", id[i]);
	read_line(loader,
		(struct octets){ (const uint8_t *)line.bytes, line.length });
	text_free(&line);
}

struct recording *
recording_from_text(const char *name, struct octets text)
{
	struct loader loader = { memory_zeroed(sizeof(struct recording)) };
	struct recording *recording = loader.recording;

	recording->name = memory_text(name);
	read_lines(&loader, text);
	sort(recording);
	add_engine_id(&loader);
	recording->bytes =
		memory_resized(recording->bytes, loader.varbinds.length);
	return recording;
}

static void
cut_suffix(char *name, const char *suffix)
{
	size_t length = strlen(name), suffix_length = strlen(suffix);

	if (length > suffix_length &&
		strcmp(name + length - suffix_length, suffix) == 0)
		name[length - suffix_length] = '\0';
}

struct recording *
recording_read(const char *path)
{
	struct recording *recording;
	const char *slash = strrchr(path, '/');
	size_t length;
	char *text = file_read(path, &length), *name;

	if (text == NULL)
		return NULL;
	name = memory_text(slash != NULL ? slash + 1 : path);
	cut_suffix(name, RECORDING_SUFFIX);
	recording = recording_from_text(
		name, (struct octets){ (const uint8_t *)text, length });
	free(name);
	free(text);
	return recording;
}

static void
free_changes(struct recording *recording)
{
	for (size_t i = 0; i < recording->change_count; i++)
		free(recording->changes[i].varbind);
	free(recording->changes);
}

void
recording_free(struct recording *recording)
{
	if (recording == NULL)
		return;
	while (recording->contexts != NULL) {
		struct recording *context = recording->contexts;

		recording->contexts = context->next_context;
		recording_free(context);
	}
	free_changes(recording);
	free(recording->name);
	if (recording->original == NULL) {
		free(recording->bytes);
		free(recording->offsets);
		free(recording->growths);
	}
	free(recording);
}

/* "10" of "switch@10", NULL when it is none of this agent. */
static const char *
context_name(const struct recording *agent, const struct recording *context)
{
	size_t length = strlen(agent->name);

	if (strncmp(context->name, agent->name, length) != 0 ||
		context->name[length] != '@')
		return NULL;
	return context->name + length + 1;
}

bool
recording_adopt(struct recording *recording, struct recording *context)
{
	if (context_name(recording, context) == NULL)
		return false;
	context->next_context = recording->contexts;
	recording->contexts = context;
	return true;
}

const struct recording *
recording_in_context(const struct recording *recording, struct octets name)
{
	if (name.length == 0)
		return recording;
	for (const struct recording *one = recording->contexts; one != NULL;
		one = one->next_context) {
		const char *own = context_name(recording, one);

		if (strlen(own) == name.length &&
			memcmp(own, name.bytes, name.length) == 0)
			return one;
	}
	return NULL;
}

/* The first variable that does not compare below `least`. */
static size_t
search(const struct recording *recording, struct octets oid, int least)
{
	size_t low = 0, high = recording->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (oid_compare(recording_oid(recording, middle), oid) < least)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

size_t
recording_find(const struct recording *recording, struct octets oid)
{
	return search(recording, oid, 0);
}

size_t
recording_after(const struct recording *recording, struct octets oid)
{
	return search(recording, oid, 1);
}

struct octets
recording_engine_id(
	const struct recording *recording, uint8_t bytes[ENGINE_ID_LIMIT])
{
	/* 1.3.6.1.6.3.10.2.1.1.0 */
	static const uint8_t name[] = { 0x2b, 6, 1, 6, 3, 10, 2, 1, 1, 0 };
	const struct octets oid = { name, sizeof(name) };
	size_t at = recording_find(recording, oid);
	struct octets value;

	if (at < recording->count &&
		oid_compare(recording_oid(recording, at), oid) == 0) {
		struct octets found =
			varbind_oid(recording_varbind(recording, at).bytes);

		value = encoded(found.bytes + found.length);
		if (value.length >= 5 && value.length <= ENGINE_ID_LIMIT)
			return value;
	}
	make_engine_id(recording->name, bytes);
	return (struct octets){ bytes, MADE_ENGINE_ID };
}
