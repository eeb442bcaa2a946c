/* archive_store.c -- how bytes get into an archive: lock, write, rename. */
#include "archive_store.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "log.h"
#include "paths.h"
#include "tree.h"

static int
fail(const char *path)
{
	log_error("%s: %s", path, strerror(errno));
	return -1;
}

int
store_lock(const char *archive)
{
	char path[PATH_MAX];
	int lock;

	if (make_folders(archive) != 0)
		return fail(archive);
	if (path_join(path, archive, ".lock") != 0)
		return fail(archive);
	lock = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0644);
	if (lock < 0)
		return fail(path);
	if (flock(lock, LOCK_EX | LOCK_NB) == 0)
		return lock;
	if (errno == EWOULDBLOCK)
		log_info("%s: waits for another 'archive add' to end", archive);
	if (flock(lock, LOCK_EX) == 0)
		return lock;
	fail(path);
	close(lock);
	return -1;
}

static int
remove_draft(const char *archive, const char *name)
{
	char path[PATH_MAX];

	if (path_join(path, archive, name) != 0)
		return fail(archive);
	return tree_remove(path);
}

int
store_sweep(const char *archive)
{
	DIR *folder = opendir(archive);
	struct dirent *entry;
	int result = 0;

	if (folder == NULL)
		return fail(archive);
	while (result == 0 && (entry = readdir(folder)) != NULL)
		if (strncmp(entry->d_name, DRAFT_PREFIX,
			    strlen(DRAFT_PREFIX)) == 0)
			result = remove_draft(archive, entry->d_name);
	closedir(folder);
	return result;
}

static int
write_draft(const char *draft, const struct text *text)
{
	int file = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0444);
	size_t done = 0;
	int result = -1;

	if (file < 0)
		return fail(draft);
	while (done < text->length) {
		ssize_t count =
			write(file, text->bytes + done, text->length - done);

		if (count < 0)
			goto out;
		done += (size_t)count;
	}
	result = fsync(file);
out:
	if (result != 0)
		fail(draft);
	close(file);
	return result;
}

int
store_text(const char *archive, const char *name, const struct text *text)
{
	char draft[PATH_MAX];
	char path[PATH_MAX];

	if (path_join(draft, archive, DRAFT_PREFIX "text") != 0 ||
		path_join(path, archive, name) != 0)
		return fail(archive);
	if (write_draft(draft, text) != 0 ||
		(rename(draft, path) != 0 && fail(path) != 0)) {
		unlink(draft);
		return -1;
	}
	return 0;
}

int
store_link(const char *archive, const char *name, const char *target)
{
	char draft[PATH_MAX];
	char path[PATH_MAX];

	if (path_join(draft, archive, DRAFT_PREFIX "link") != 0 ||
		path_join(path, archive, name) != 0)
		return fail(archive);
	if (symlink(target, draft) != 0 || rename(draft, path) != 0)
		return fail(path);
	return 0;
}

/* One syncfs costs less than an fsync for each of ten thousand files. */
int
store_sync(const char *folder)
{
	int descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	int result = -1;

	if (descriptor >= 0)
		result = syncfs(descriptor);
	if (result != 0)
		fail(folder);
	if (descriptor >= 0)
		close(descriptor);
	return result;
}

static int
store_tag(const struct archive *archive, const char *tag)
{
	char name[sizeof("tags/") + TAG_SIZE];
	char folder[PATH_MAX];
	struct text text = { 0 };
	int result;

	if (path_join(folder, archive->path, "tags") != 0 ||
		make_folders(folder) != 0)
		return fail(folder);
	snprintf(name, sizeof(name), "tags/%s", tag);
	archive_print_tag(archive, tag, &text);
	result = store_text(archive->path, name, &text);
	text_free(&text);
	return result;
}

/* All of them: an add that died may have left an older one behind. */
static int
store_tags(const struct archive *archive)
{
	for (size_t i = 0; i < archive->count; i++) {
		const struct publication *item = &archive->publications[i];

		if (item->tag[0] != '\0' &&
			archive_tagged(archive, item->tag) == item &&
			store_tag(archive, item->tag) != 0)
			return -1;
	}
	return 0;
}

static int
write_log(const struct archive *archive)
{
	struct text text = { 0 };
	int result;

	archive_print_log(archive, &text);
	result = store_text(archive->path, "log", &text);
	text_free(&text);
	return result;
}

int
store_publication(struct archive *archive, const struct manifest *manifest,
	const char *manifest_hash)
{
	struct publication publication = { 0 };

	strcpy(publication.id, manifest->id);
	strcpy(publication.manifest_hash, manifest_hash);
	strcpy(publication.tag, manifest->tag);
	archive_append(archive, &publication);
	return write_log(archive);
}

int
store_index(const struct archive *archive)
{
	if (store_tags(archive) != 0)
		return -1;
	if (store_link(archive->path, "latest", archive_newest(archive)->id) !=
		0)
		return -1;
	return store_sync(archive->path);
}
