/* fuzz_state.c -- any bytes as topology.db.gz: what is unpacked is never more
 * than the manifest states, however far it would go.
 *
 * The first two octets are the size that the manifest states. */
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "state.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static int
file_in_memory(const uint8_t *bytes, size_t size)
{
	int file = memfd_create("fuzz", MFD_CLOEXEC);

	if (file < 0 || write(file, bytes, size) != (ssize_t)size ||
		lseek(file, 0, SEEK_SET) != 0)
		abort();
	return file;
}

static void
check_unpacked(int to, int status, const struct manifest_file *state)
{
	char bytes[1 << 16];
	char hash[HASH_SIZE];
	off_t length = lseek(to, 0, SEEK_END);

	if (length > state->size)
		abort();
	if (status != 0)
		return;
	if (pread(to, bytes, sizeof(bytes), 0) != length)
		abort();
	hash_bytes(bytes, (size_t)length, hash);
	if (strcmp(hash, state->hash) != 0)
		abort();
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	static const char expected[] = "state\n";
	struct manifest *manifest;
	int from, to;

	if (size < 2)
		return 0;
	manifest = manifest_create();
	manifest->state.size = bytes[0] << 8 | bytes[1];
	manifest->state.path = STATE_PACKED;
	hash_bytes(expected, strlen(expected), manifest->state.hash);
	from = file_in_memory(bytes + 2, size - 2);
	to = file_in_memory(NULL, 0);
	check_unpacked(to, state_unpack_file(from, "fuzz", manifest, to),
		&manifest->state);
	close(from);
	close(to);
	manifest_free(manifest);
	return 0;
}
