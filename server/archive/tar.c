/* tar.c -- tar files, plain or compressed; the only door to libarchive. */
#include "tar.h"

#include <archive.h>
#include <archive_entry.h>
#include <stdlib.h>
#include <string.h>

#include "log.h"
#include "memory.h"

struct tar {
	struct archive *archive; /* libarchive's, not ours */
	char *name;
	bool has_failed;
};

enum { BLOCK = 1 << 16 };

static struct tar *
make(struct archive *archive, const char *path)
{
	struct tar *tar = memory_zeroed(sizeof(*tar));

	if (archive == NULL) /* as everywhere: memory cannot run out */
		abort();
	tar->archive = archive;
	tar->name = memory_text(path);
	return tar;
}

static int
fail(struct tar *tar)
{
	const char *words = archive_error_string(tar->archive);

	tar->has_failed = true;
	log_error("%s: %s", tar->name, words != NULL ? words : "failed");
	return -1;
}

static const char *
or_standard(const char *path)
{
	return strcmp(path, "-") == 0 ? NULL : path;
}

/* Without padding it does not matter whether it goes into a file or a pipe. */
static int
set_form(struct archive *archive, bool compress)
{
	if (archive_write_set_format_pax_restricted(archive) != ARCHIVE_OK)
		return -1;
	if (compress &&
		(archive_write_add_filter_gzip(archive) != ARCHIVE_OK ||
			archive_write_set_filter_option(archive, "gzip",
				"timestamp", NULL) != ARCHIVE_OK))
		return -1;
	return archive_write_set_bytes_in_last_block(archive, 1) == ARCHIVE_OK
		? 0
		: -1;
}

struct tar *
tar_create(const char *path, bool compress)
{
	struct tar *tar = make(archive_write_new(), path);

	if (set_form(tar->archive, compress) == 0 &&
		archive_write_open_filename(tar->archive, or_standard(path)) ==
			ARCHIVE_OK)
		return tar;
	fail(tar);
	tar_finish(tar);
	return NULL;
}

int
tar_add(struct tar *tar, const struct tar_member *member)
{
	struct archive_entry *entry = archive_entry_new();
	int result;

	archive_entry_set_pathname(entry, member->name);
	archive_entry_set_filetype(entry, AE_IFREG);
	archive_entry_set_perm(entry, 0444);
	archive_entry_set_size(entry, member->size);
	archive_entry_set_mtime(entry, member->time, 0);
	result = archive_write_header(tar->archive, entry);
	archive_entry_free(entry);
	return result == ARCHIVE_OK ? 0 : fail(tar);
}

int
tar_write(struct tar *tar, const void *bytes, size_t length)
{
	la_ssize_t count = archive_write_data(tar->archive, bytes, length);

	return count == (la_ssize_t)length ? 0 : fail(tar);
}

int
tar_finish(struct tar *tar)
{
	int result;

	if (!tar->has_failed && archive_write_close(tar->archive) != ARCHIVE_OK)
		fail(tar);
	result = tar->has_failed ? -1 : 0;
	archive_write_free(tar->archive);
	free(tar->name);
	free(tar);
	return result;
}

struct tar *
tar_open(const char *path)
{
	struct tar *tar = make(archive_read_new(), path);

	if (archive_read_support_format_tar(tar->archive) == ARCHIVE_OK &&
		archive_read_support_filter_gzip(tar->archive) == ARCHIVE_OK &&
		archive_read_open_filename(
			tar->archive, or_standard(path), BLOCK) == ARCHIVE_OK)
		return tar;
	fail(tar);
	tar_close(tar);
	return NULL;
}

int
tar_next(struct tar *tar, struct tar_member *member)
{
	struct archive_entry *entry;
	int result = archive_read_next_header(tar->archive, &entry);

	if (result == ARCHIVE_EOF)
		return 0;
	if (result != ARCHIVE_OK)
		return fail(tar);
	*member = (struct tar_member){
		.name = archive_entry_pathname(entry),
		.size = archive_entry_size(entry),
		.time = archive_entry_mtime(entry),
		.is_file = archive_entry_filetype(entry) == AE_IFREG &&
			archive_entry_hardlink(entry) == NULL,
	};
	if (member->name == NULL)
		member->name = "";
	return 1;
}

ptrdiff_t
tar_read(struct tar *tar, void *bytes, size_t size)
{
	la_ssize_t count = archive_read_data(tar->archive, bytes, size);

	return count < 0 ? fail(tar) : (ptrdiff_t)count;
}

void
tar_close(struct tar *tar)
{
	archive_read_free(tar->archive);
	free(tar->name);
	free(tar);
}
