/* state.c -- the topology.db of a snapshot, which lies compressed in it. */
#include "state.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "beneath.h"
#include "digest.h"
#include "gzip.h"
#include "log.h"
#include "paths.h"

struct unpacking {
	const char *name;
	int to;
	int64_t room; /* bytes that may still come */
	struct digest *digest;
};

static int
take_piece(void *context, const void *bytes, size_t length)
{
	struct unpacking *unpacking = context;
	const char *next = bytes;

	unpacking->room -= (int64_t)length;
	if (unpacking->room < 0) {
		log_error("%s: holds more than it should", unpacking->name);
		return -1;
	}
	digest_add(unpacking->digest, bytes, length);
	while (unpacking->to >= 0 && length > 0) {
		ssize_t count = write(unpacking->to, next, length);

		if (count < 0) {
			log_error("%s: unpacking it: %s", unpacking->name,
				strerror(errno));
			return -1;
		}
		next += count;
		length -= (size_t)count;
	}
	return 0;
}

/* zlib hands on what is not compressed as it is: schema 2 needs no more. */
int
state_unpack_file(
	int file, const char *name, const struct manifest *manifest, int to)
{
	struct unpacking unpacking = { name, to, manifest->state.size, NULL };
	uint8_t digest[DIGEST_SIZE];
	char hash[HASH_SIZE];
	int result;

	unpacking.digest = digest_begin();
	result = gunzip(file, name, take_piece, &unpacking);
	digest_end(unpacking.digest, digest);
	digest_text(digest, hash);
	if (result == 0 && strcmp(hash, manifest->state.hash) != 0) {
		log_error("%s: does not hold the state it should", name);
		result = -1;
	}
	return result;
}

int
state_unpack(int folder, const struct manifest *manifest, int to)
{
	char path[PATH_MAX];
	int file = -1;
	int result;

	if (path_join(path, manifest->id, manifest->state.path) == 0)
		file = open_beneath(folder, path);
	if (file < 0) {
		log_error("%s: %s", path, strerror(errno));
		return -1;
	}
	result = state_unpack_file(file, path, manifest, to);
	close(file);
	return result;
}

int
state_unpack_to(const struct archive *archive, const struct manifest *manifest,
	const char *path)
{
	int folder = open(archive->path, O_PATH | O_DIRECTORY | O_CLOEXEC);
	int file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	int result = -1;

	if (folder >= 0 && file >= 0)
		result = state_unpack(folder, manifest, file);
	else
		log_error("%s: %s", folder < 0 ? archive->path : path,
			strerror(errno));
	if (folder >= 0)
		close(folder);
	if (file >= 0)
		close(file);
	return result;
}

bool
state_is_packed(const struct manifest *manifest)
{
	return strcmp(manifest->state.path, STATE_NAME) != 0;
}
