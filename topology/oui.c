/* oui.c -- whose make is this MAC? The registry of the IEEE answers.
 *
 * Debian's package ieee-data installs it as text. A block of MACs stands there
 * in two lines, with the holder's name in both and the address below:
 *
 *   74-1A-E0   (hex)             Maker
 *   900000-9FFFFF     (base 16)  Maker
 *
 * The second line has the same octets again where the block is a whole OUI,
 * else the range of the three octets behind it: 2^20 (MA-M) or 2^12 (MA-S). */
#include "oui.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "files.h"
#include "log.h"
#include "memory.h"
#include "paths.h"
#include "words.h"

enum { MAC_BITS = 48, OUI_BITS = 24 };

/* Of MA-S and IAB, MA-M, MA-L: the longest first. */
static const int block_bits[] = { 36, 28, OUI_BITS };

struct block {
	uint64_t key; /* the bits of the block, then how many they are */
	const char *vendor;
};

struct oui_registry {
	struct arena *arena;
	struct block *blocks; /* sorted by key */
	size_t count;
	size_t capacity;
};

struct reading {
	struct oui_registry *registry;
	uint64_t oui; /* of the (hex) line above */
	bool has_oui;
};

static uint64_t
last_of_block(uint64_t first, int bits)
{
	return first | ((UINT64_C(1) << (MAC_BITS - bits)) - 1);
}

static uint64_t
block_key(uint64_t mac, int bits)
{
	return mac >> (MAC_BITS - bits) << (MAC_BITS - bits + 8) |
		(uint64_t)bits;
}

/* Three octets, with or without dashes. Moves behind them. */
static bool
take_octets(const char **text, uint64_t *octets)
{
	*octets = 0;
	for (int i = 0; i < 3; i++) {
		const char *next = *text + (i > 0 && **text == '-');
		char digits[3] = "";

		if (!isxdigit((unsigned char)next[0]) ||
			!isxdigit((unsigned char)next[1]))
			return false;
		memcpy(digits, next, 2);
		*octets = *octets << 8 | strtoul(digits, NULL, 16);
		*text = next + 2;
	}
	return true;
}

static bool
take_word(const char **text, const char *word)
{
	const char *next = *text + strspn(*text, " \t");

	if (strncmp(next, word, strlen(word)) != 0)
		return false;
	*text = next + strlen(word);
	return true;
}

static const char *
copy_name(struct arena *arena, const char *name)
{
	struct text clean = { 0 };
	const char *copy;

	append_clean(&clean, name + strspn(name, " \t"));
	while (clean.length > 0 && clean.bytes[clean.length - 1] == ' ')
		clean.bytes[--clean.length] = '\0';
	copy = arena_text(arena, clean.bytes);
	text_free(&clean);
	return copy;
}

/* The IEEE holds the OUIs whose parts it gives away: no maker's name. */
static void
add_block(struct oui_registry *registry, uint64_t first, int bits,
	const char *name)
{
	const char *vendor = copy_name(registry->arena, name);

	if (vendor == NULL || vendor[0] == '\0' ||
		strcmp(vendor, "IEEE Registration Authority") == 0)
		return;
	registry->blocks = memory_grown(registry->blocks, registry->count,
		&registry->capacity, sizeof(*registry->blocks));
	registry->blocks[registry->count++] =
		(struct block){ block_key(first, bits), vendor };
}

/* A range that is no block of the registry tells nothing. */
static void
add_range(struct reading *reading, uint64_t first, uint64_t last,
	const char *name)
{
	if (!reading->has_oui)
		return;
	first |= reading->oui << OUI_BITS;
	last |= reading->oui << OUI_BITS;
	for (size_t i = 0; i < COUNT(block_bits); i++) {
		int bits = block_bits[i];

		if (last == last_of_block(first, bits) &&
			first ==
				last_of_block(first, bits) + 1 -
					(UINT64_C(1) << (MAC_BITS - bits)))
			add_block(reading->registry, first, bits, name);
	}
}

/* Lines of the address begin with white space. */
static void
take_line(struct reading *reading, const char *line)
{
	uint64_t first, last = 0;
	bool is_range;

	if (!take_octets(&line, &first))
		return;
	is_range = *line == '-';
	line += is_range;
	if (is_range && !take_octets(&line, &last))
		return;
	if (!is_range && take_word(&line, "(hex)")) {
		reading->oui = first;
		reading->has_oui = true;
	} else if (take_word(&line, "(base 16)")) {
		if (is_range)
			add_range(reading, first, last, line);
		else
			add_block(reading->registry, first << OUI_BITS,
				OUI_BITS, line);
		reading->has_oui = false;
	}
}

static void
take_lines(struct oui_registry *registry, char *text)
{
	struct reading reading = { .registry = registry };
	char *rest = text;

	for (char *line; (line = strsep(&rest, "\r\n")) != NULL;)
		take_line(&reading, line);
}

static int
compare_keys(const void *left, const void *right)
{
	uint64_t a = ((const struct block *)left)->key;
	uint64_t b = ((const struct block *)right)->key;

	return (a > b) - (a < b);
}

/* Some old OUIs have two holders. */
static int
compare_blocks(const void *left, const void *right)
{
	int order = compare_keys(left, right);

	return order != 0 ? order
			  : strcmp(((const struct block *)left)->vendor,
				    ((const struct block *)right)->vendor);
}

static void
sort_blocks(struct oui_registry *registry)
{
	struct block *blocks = registry->blocks;
	size_t kept = 0;

	if (registry->count > 0)
		qsort(blocks, registry->count, sizeof(*blocks), compare_blocks);
	for (size_t i = 0; i < registry->count; i++)
		if (kept == 0 || blocks[i].key != blocks[kept - 1].key)
			blocks[kept++] = blocks[i];
	registry->count = kept;
}

static int
read_file(struct oui_registry *registry, const char *path)
{
	char *text = file_read(path, NULL);

	if (text == NULL)
		return -1;
	take_lines(registry, text);
	free(text);
	return 0;
}

struct oui_registry *
oui_read(const char *folder)
{
	static const char *const files[] = { "oui.txt", "mam.txt", "oui36.txt",
		"iab.txt" };
	struct oui_registry *registry = memory_zeroed(sizeof(*registry));
	int read = 0;

	registry->arena = arena_create();
	for (size_t i = 0; i < COUNT(files); i++) {
		char path[PATH_MAX];

		if (path_join(path, folder, files[i]) == 0 &&
			access(path, F_OK) == 0)
			read += read_file(registry, path) == 0;
	}
	sort_blocks(registry);
	if (read > 0)
		return registry;
	log_error("%s: no oui.txt there, as the package ieee-data has it",
		folder);
	oui_free(registry);
	return NULL;
}

void
oui_free(struct oui_registry *registry)
{
	if (registry == NULL)
		return;
	arena_free(registry->arena);
	free(registry->blocks);
	free(registry);
}

const char *
oui_vendor(const struct oui_registry *registry, const uint8_t mac[6])
{
	enum { GROUP = 1, LOCAL = 2 };
	uint64_t number = 0;

	if ((mac[0] & (GROUP | LOCAL)) != 0 || registry->count == 0)
		return NULL;
	for (int i = 0; i < 6; i++)
		number = number << 8 | mac[i];
	for (size_t i = 0; i < COUNT(block_bits); i++) {
		const struct block wanted = { block_key(number, block_bits[i]),
			NULL };
		const struct block *found = bsearch(&wanted, registry->blocks,
			registry->count, sizeof(wanted), compare_keys);

		if (found != NULL)
			return found->vendor;
	}
	return NULL;
}

const char *
oui_folder(void)
{
	static const char usual[] = "/usr/share/ieee-data";
	const char *folder = getenv("TWINMAP_VENDORS");

	if (folder != NULL)
		return folder;
	return access("/usr/share/ieee-data/oui.txt", R_OK) == 0 ? usual : "";
}
