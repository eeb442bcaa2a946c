/* manifest_json.c -- a manifest to JSON and back; the only door to jansson. */
#include "manifest.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "log.h"

enum { MANIFEST_SCHEMA = 2 };

static json_t *
pack_devices(const struct manifest *manifest)
{
	json_t *devices = json_object();

	for (int i = 0; i < CLASS_COUNT; i++)
		json_object_set_new(devices, class_names[i],
			json_integer(manifest->devices[i]));
	return devices;
}

static json_t *
pack_pointer(const struct manifest_pointer *pointer)
{
	if (pointer->id[0] == '\0')
		return json_null();
	return json_pack("{s:s, s:s}", "id", pointer->id, "manifest_sha256",
		pointer->manifest_hash);
}

static json_t *
pack_files(const struct manifest *manifest)
{
	json_t *files = json_array();

	for (size_t i = 0; i < manifest->file_count; i++) {
		const struct manifest_file *file = &manifest->files[i];

		json_array_append_new(files,
			json_pack("{s:s, s:I, s:s}", "path", file->path, "size",
				(json_int_t)file->size, "sha256", file->hash));
	}
	return files;
}

/* NULL when the text is no object. */
static json_t *
pack_figures(const struct manifest *manifest)
{
	const char *text = manifest->figures;
	json_t *figures =
		text != NULL ? json_loads(text, 0, NULL) : json_object();

	if (json_is_object(figures))
		return figures;
	json_decref(figures);
	return NULL;
}

int
manifest_print(const struct manifest *manifest, struct text *text)
{
	const char *tag = manifest->tag[0] != '\0' ? manifest->tag : NULL;
	json_t *root = json_pack("{s:i, s:s, s:I, s:s?, s:s?, s:s, s:b, s:o, "
				 "s:o, s:o, s:o, s:o}",
		"schema", MANIFEST_SCHEMA, "id", manifest->id, "observed_at",
		(json_int_t)snapshot_time(manifest->id), "phase",
		manifest->phase, "tag", tag, "tool", manifest->tool, "complete",
		manifest->complete, "devices", pack_devices(manifest),
		"figures", pack_figures(manifest), "previous",
		pack_pointer(&manifest->previous), "published_after",
		pack_pointer(&manifest->published_after), "files",
		pack_files(manifest));
	char *json = root != NULL ? json_dumps(root, JSON_INDENT(1)) : NULL;

	json_decref(root);
	if (json == NULL) {
		log_error("%s: the phase or a figure is not UTF-8 text",
			manifest->id);
		return -1;
	}
	text_append(text, json);
	text_append(text, "\n");
	free(json);
	return 0;
}

/* Copies a text of a known size; false when it is another or none. */
static bool
take(char *into, size_t size, const char *text)
{
	if (text == NULL || strlen(text) + 1 > size)
		return false;
	strcpy(into, text);
	return true;
}

static bool
hash_is_valid(const char *hash)
{
	return strlen(hash) == HASH_SIZE - 1 &&
		strspn(hash, "0123456789abcdef") == HASH_SIZE - 1;
}

static bool
unpack_devices(struct manifest *manifest, const json_t *devices)
{
	if (json_object_size(devices) != CLASS_COUNT)
		return false;
	for (int i = 0; i < CLASS_COUNT; i++) {
		json_t *count = json_object_get(devices, class_names[i]);

		if (!json_is_integer(count))
			return false;
		manifest->devices[i] = json_integer_value(count);
	}
	return true;
}

static bool
unpack_pointer(struct manifest_pointer *pointer, json_t *object)
{
	const char *id;
	const char *hash;

	if (json_is_null(object))
		return true;
	return json_unpack(object, "{s:s, s:s !}", "id", &id, "manifest_sha256",
		       &hash) == 0 &&
		snapshot_time(id) >= 0 && hash_is_valid(hash) &&
		take(pointer->id, sizeof(pointer->id), id) &&
		take(pointer->manifest_hash, sizeof(pointer->manifest_hash),
			hash);
}

static bool
unpack_file(struct manifest *manifest, json_t *object)
{
	struct manifest_file *file;
	const char *path;
	const char *hash;
	json_int_t size;

	if (json_unpack(object, "{s:s, s:I, s:s !}", "path", &path, "size",
		    &size, "sha256", &hash) != 0)
		return false;
	if (!path_is_publishable(path) || size < 0 || !hash_is_valid(hash))
		return false;
	file = manifest_add(manifest, path);
	file->size = size;
	strcpy(file->hash, hash);
	return true;
}

static bool
unpack_files(struct manifest *manifest, const json_t *files)
{
	if (!json_is_array(files))
		return false;
	for (size_t i = 0; i < json_array_size(files); i++)
		if (!unpack_file(manifest, json_array_get(files, i)))
			return false;
	manifest_sort(manifest); /* what is looked up must be in order */
	return true;
}

static bool
unpack_words(struct manifest *manifest, json_t *root)
{
	const char *id = json_string_value(json_object_get(root, "id"));
	json_t *tag = json_object_get(root, "tag");
	struct arena *arena = manifest->arena;

	manifest->phase = arena_text(
		arena, json_string_value(json_object_get(root, "phase")));
	manifest->tool = arena_text(
		arena, json_string_value(json_object_get(root, "tool")));
	manifest->complete = json_is_true(json_object_get(root, "complete"));
	return take(manifest->id, sizeof(manifest->id), id) &&
		snapshot_time(id) >= 0 && manifest->tool != NULL &&
		(json_is_null(tag) ||
			take(manifest->tag, sizeof(manifest->tag),
				json_string_value(tag)));
}

static bool
unpack_figures(struct manifest *manifest, const json_t *figures)
{
	char *text;

	if (!json_is_object(figures))
		return false;
	text = json_dumps(figures, JSON_COMPACT);
	manifest->figures = arena_text(manifest->arena, text);
	free(text);
	return true;
}

static bool
unpack(struct manifest *manifest, json_t *root)
{
	return unpack_words(manifest, root) &&
		unpack_devices(manifest, json_object_get(root, "devices")) &&
		unpack_figures(manifest, json_object_get(root, "figures")) &&
		unpack_pointer(&manifest->previous,
			json_object_get(root, "previous")) &&
		unpack_pointer(&manifest->published_after,
			json_object_get(root, "published_after")) &&
		unpack_files(manifest, json_object_get(root, "files"));
}

struct manifest *
manifest_parse(const char *name, const char *text, size_t length)
{
	struct manifest *manifest = NULL;
	json_error_t error;
	json_t *root = json_loadb(text, length, JSON_REJECT_DUPLICATES, &error);
	json_int_t schema;

	if (root == NULL) {
		log_error("%s:%d: %s", name, error.line, error.text);
		return NULL;
	}
	schema = json_integer_value(json_object_get(root, "schema"));
	if (schema != MANIFEST_SCHEMA) {
		log_error("%s: is no manifest of schema %d", name,
			MANIFEST_SCHEMA);
		goto out;
	}
	manifest = manifest_create();
	manifest->json_length = length;
	if (!unpack(manifest, root)) {
		log_error("%s: is no manifest of a snapshot", name);
		manifest_free(manifest);
		manifest = NULL;
	}
out:
	json_decref(root);
	return manifest;
}
