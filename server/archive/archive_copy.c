/* archive_copy.c -- one file into a snapshot: linked if it can be, else copied.
 *
 * Whichever way it came, the file in the snapshot is read once more: its hash
 * in the manifest is that of the bytes that lie there, not of those that were
 * meant to. */
#include "archive_store.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <unistd.h>

#include "hash.h"
#include "log.h"

enum { COPY_CHUNK = 1 << 24 };

static int
copy_bytes(int from, int to)
{
	ssize_t count;

	do
		count = sendfile(to, from, NULL, COPY_CHUNK);
	while (count > 0);
	return count == 0 ? 0 : -1;
}

static int
copy_file(const char *from, const char *to)
{
	int source = open(from, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
	int target = -1;
	int result = -1;

	if (source < 0) {
		log_error("%s: %s", from, strerror(errno));
		return -1;
	}
	target = open(to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0444);
	if (target >= 0 && copy_bytes(source, target) == 0)
		result = fchmod(target, 0444); /* whatever the umask is */
	if (result != 0)
		log_error("%s: %s", to, strerror(errno));
	if (target >= 0)
		close(target);
	close(source);
	return result;
}

static bool
holds(const char *path, const char *hash)
{
	char found[HASH_SIZE];

	return hash_file(path, found) == 0 && strcmp(found, hash) == 0;
}

/* False where links are impossible, and when the twin has lost its bytes. */
bool
store_twin(const char *twin, const char *to, struct manifest_file *file)
{
	struct stat status;

	if (link(twin, to) != 0)
		return false;
	if (holds(to, file->hash) && stat(to, &status) == 0) {
		file->size = status.st_size;
		return true;
	}
	log_warning("%s: was changed after it was published", twin);
	unlink(to);
	return false;
}

int
store_file(const char *from, const char *twin, const char *to,
	struct manifest_file *file)
{
	struct stat status;

	if (twin != NULL && store_twin(twin, to, file))
		return 0;
	if (copy_file(from, to) != 0)
		return -1;
	if (!holds(to, file->hash)) {
		log_error("%s: changed while it was copied", from);
		return -1;
	}
	if (stat(to, &status) != 0) {
		log_error("%s: %s", to, strerror(errno));
		return -1;
	}
	file->size = status.st_size;
	return 0;
}
