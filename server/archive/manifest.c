/* manifest.c -- what one snapshot holds: collect it, find in it, sum it up. */
#include "manifest.h"

#include <stdlib.h>
#include <string.h>

const char *const class_names[CLASS_COUNT] = { "dual-stack", "IPv6 only",
	"IPv4 only", "none", "unknown" };

struct manifest *
manifest_create(void)
{
	struct manifest *manifest = memory_zeroed(sizeof(*manifest));

	manifest->arena = arena_create();
	return manifest;
}

void
manifest_free(struct manifest *manifest)
{
	if (manifest == NULL)
		return;
	arena_free(manifest->arena);
	free(manifest->files);
	free(manifest);
}

struct manifest_file *
manifest_add(struct manifest *manifest, const char *path)
{
	struct manifest_file *file;

	manifest->files = memory_grown(manifest->files, manifest->file_count,
		&manifest->file_capacity, sizeof(*file));
	file = &manifest->files[manifest->file_count++];
	*file = (struct manifest_file){ .path = arena_text(
						manifest->arena, path) };
	return file;
}

static int
compare_paths(const void *a, const void *b)
{
	const struct manifest_file *left = a;
	const struct manifest_file *right = b;

	return strcmp(left->path, right->path);
}

void
manifest_sort(struct manifest *manifest)
{
	if (manifest->file_count > 0)
		qsort(manifest->files, manifest->file_count,
			sizeof(*manifest->files), compare_paths);
}

const struct manifest_file *
manifest_find(const struct manifest *manifest, const char *path)
{
	struct manifest_file wanted = { .path = path };

	if (manifest->file_count == 0)
		return NULL;
	return bsearch(&wanted, manifest->files, manifest->file_count,
		sizeof(wanted), compare_paths);
}

int64_t
manifest_size(const struct manifest *manifest)
{
	int64_t size = 0;

	for (size_t i = 0; i < manifest->file_count; i++)
		size += manifest->files[i].size;
	return size;
}

struct manifest_pointer
pointer_to(const struct publication *publication)
{
	struct manifest_pointer pointer = { 0 };

	if (publication == NULL)
		return pointer;
	strcpy(pointer.id, publication->id);
	strcpy(pointer.manifest_hash, publication->manifest_hash);
	return pointer;
}

static void
print_files(const struct manifest *manifest, struct text *text)
{
	for (size_t i = 0; i < manifest->file_count; i++)
		text_format(text, "%s  %s\n", manifest->files[i].hash,
			manifest->files[i].path);
}

void
manifest_root(const struct manifest *manifest, char hash[HASH_SIZE])
{
	struct text list = { 0 };

	print_files(manifest, &list);
	hash_bytes(list.bytes, list.length, hash);
	text_free(&list);
}

void
manifest_print_sums(const struct manifest *manifest, const char *manifest_hash,
	struct text *text)
{
	print_files(manifest, text);
	text_format(text, "%s  %s\n", manifest_hash, MANIFEST_NAME);
}
