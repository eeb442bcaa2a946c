/* parts.c -- the files of a folder in one: an answer that is served by parts.
 */
#include "parts.h"

#include <errno.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "archive_pack.h"
#include "gzip.h"
#include "log.h"
#include "media.h"
#include "memory.h"
#include "paths.h"
#include "tree.h"

/* ------------------------------------------------------------- writing ---- */

struct collection {
	const char *folder;
	struct text index;
	struct text bytes;
};

static int
read_file(const char *path, struct text *bytes)
{
	char buffer[1 << 16];
	size_t length;
	FILE *file = fopen(path, "r");
	int result = -1;

	text_append(bytes, "");
	if (file != NULL) {
		while ((length = fread(buffer, 1, sizeof(buffer), file)) > 0)
			text_append_bytes(bytes, buffer, length);
		result = ferror(file) ? -1 : 0;
		fclose(file);
	}
	if (result != 0)
		log_error("%s: %s", path, strerror(errno));
	return result;
}

static void
pack(const struct manifest_file *file, const struct text *bytes,
	struct text *packed)
{
	struct manifest_file twin = { .size = 0 };

	if (!pack_is_wanted(file))
		return;
	gzip_bytes(bytes->bytes, bytes->length, packed);
	twin.size = (int64_t)packed->length;
	if (!pack_is_worth_it(file, &twin))
		text_clear(packed);
}

static void
add(struct collection *all, const char *path, const struct text *bytes)
{
	struct manifest_file file = { .path = path,
		.size = (int64_t)bytes->length };
	struct text packed = { 0 };

	hash_bytes(bytes->bytes, bytes->length, file.hash);
	pack(&file, bytes, &packed);
	text_format(&all->index, "%zu %zu %s %s\n", bytes->length,
		packed.length, file.hash, path);
	text_append_bytes(&all->bytes, bytes->bytes, bytes->length);
	text_append_bytes(&all->bytes, packed.bytes, packed.length);
	text_free(&packed);
}

static int
visit(void *context, const char *path, enum tree_kind kind)
{
	struct collection *all = context;
	char place[PATH_MAX];
	struct text bytes = { 0 };
	int result = -1;

	if (kind != TREE_FILE)
		return 0;
	if (path_join(place, all->folder, path) == 0 &&
		read_file(place, &bytes) == 0) {
		add(all, path, &bytes);
		result = 0;
	}
	text_free(&bytes);
	return result;
}

int
parts_write(const char *folder, FILE *file)
{
	struct collection all = { .folder = folder };
	int result;

	text_append(&all.index, "");
	text_append(&all.bytes, "");
	result = tree_walk(folder, visit, &all);
	if (result == 0) {
		fprintf(file, "%zu\n", all.index.length);
		fwrite(all.index.bytes, 1, all.index.length, file);
		fwrite(all.bytes.bytes, 1, all.bytes.length, file);
		result = ferror(file) ? -1 : 0;
	}
	text_free(&all.index);
	text_free(&all.bytes);
	return result;
}

/* ------------------------------------------------------------- finding ---- */

enum { LONGEST_INDEX = 4 << 20, LONGEST_NUMBER = 20 };

static bool
read_all(int file, char *bytes, int64_t length, int64_t offset)
{
	return pread(file, bytes, (size_t)length, offset) == length;
}

/* The text of the index, for free(), and how far behind the begin the first
 * part lies; NULL when it is none. */
static char *
read_index(const struct parcel *all, int64_t *begin)
{
	char number[LONGEST_NUMBER + 1] = "";
	char *end = number, *index;
	int64_t length = -1;

	if (read_all(all->file, number,
		    all->length < LONGEST_NUMBER ? all->length : LONGEST_NUMBER,
		    all->offset))
		length = strtoll(number, &end, 10);
	if (*end != '\n' || length < 0 || length > LONGEST_INDEX)
		return NULL;
	*begin = end + 1 - number + length;
	if (*begin > all->length)
		return NULL;
	index = memory_zeroed((size_t)length + 1);
	if (read_all(all->file, index, length, all->offset + *begin - length))
		return index;
	free(index);
	return NULL;
}

/* The path in a line of the index, which is cut there and moves on; NULL when
 * it is no such line. */
static const char *
read_line(char **next, struct parcel *part)
{
	char *line = *next;
	char *end = strchr(line, '\n');
	int path = 0;

	if (end == NULL)
		return NULL;
	*end = '\0';
	*next = end + 1;
	if (sscanf(line, "%" SCNd64 " %" SCNd64 " %64[0-9a-f] %n",
		    &part->length, &part->packed_length, part->hash,
		    &path) != 3 ||
		path == 0 || line[path] == '\0')
		return NULL;
	return line + path;
}

static bool
part_fits(const struct parcel *part, int64_t room)
{
	return part->length >= 0 && part->packed_length >= 0 &&
		part->length <= room &&
		part->packed_length <= room - part->length;
}

/* As parts_find_path; `room` is behind the begin of the first part. */
static int
find(char *line, const char *path, int64_t room, struct parcel *part)
{
	while (*line != '\0') {
		const char *found = read_line(&line, part);

		if (found == NULL || !part_fits(part, room))
			return -1;
		if (strcmp(found, path) == 0)
			return 1;
		part->offset += part->length + part->packed_length;
		room -= part->length + part->packed_length;
	}
	return 0;
}

int
parts_find_path(const struct parcel *all, const char *path, struct parcel *part)
{
	int64_t begin = 0;
	char *index = read_index(all, &begin);
	int result = -1;

	*part = (struct parcel){ .file = all->file,
		.status = all->status,
		.offset = all->offset + begin };
	if (index != NULL)
		result = find(index, path, all->length - begin, part);
	if (result < 0)
		log_error("what a worker made has no parts");
	snprintf(part->head, sizeof(part->head), "%s", media_of(path)->type);
	free(index);
	return result;
}
