/* fuzz_manifest.c -- any bytes as manifest.json: refused, or printed and read
 * to the same; its files lie below the snapshot and are found by their names.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "manifest.h"
#include "state.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void
expect(int holds, const char *what)
{
	if (holds)
		return;
	fprintf(stderr, "%s\n", what);
	abort();
}

static void
check_files(const struct manifest *manifest)
{
	struct text sums = { 0 };

	expect(manifest_size(manifest) >= 0, "sizes overflow");
	for (size_t i = 0; i < manifest->file_count; i++) {
		const struct manifest_file *file = &manifest->files[i];

		expect(file->size >= 0, "a size is negative");
		expect(strlen(file->hash) == HASH_SIZE - 1,
			"a hash has another length");
		expect(path_is_publishable(file->path), "a path leads out");
		expect(manifest_find(manifest, file->path) != NULL,
			"a file is not found");
	}
	state_is_packed(manifest);
	manifest_print_sums(manifest, manifest->root_hash, &sums);
	text_free(&sums);
}

/* What is printed is of the newest schema: the second time it is the same. */
static void
check_print(const struct manifest *manifest)
{
	struct text once = { 0 };
	struct text twice = { 0 };
	struct manifest *again;

	if (manifest_print(manifest, &once) != 0)
		return;
	again = manifest_parse("printed", once.bytes, once.length);
	if (again != NULL) {
		expect(manifest_print(again, &twice) == 0 &&
				strcmp(once.bytes, twice.bytes) == 0,
			"a manifest is not what was printed");
		manifest_free(again);
	}
	text_free(&once);
	text_free(&twice);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	char *text = memory_zeroed(size + 1);
	struct manifest *manifest;

	memcpy(text, bytes, size);
	manifest = manifest_parse("manifest.json", text, size);
	if (manifest != NULL) {
		check_files(manifest);
		check_print(manifest);
		manifest_free(manifest);
	}
	free(text);
	return 0;
}
