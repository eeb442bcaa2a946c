/* manifest_json.c -- a manifest to JSON and back; the only door to jansson. */
#include "manifest.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "log.h"

enum { MANIFEST_SCHEMA = 3, OLDEST_SCHEMA = 2 };

int
json_quote(struct text *text, const char *string)
{
	json_t *value = string != NULL ? json_string(string) : json_null();
	char *quoted = json_dumps(value, JSON_ENCODE_ANY);

	json_decref(value);
	if (quoted == NULL)
		return -1;
	text_append(text, quoted);
	free(quoted);
	return 0;
}

static json_t *
pack_devices(const struct manifest *manifest)
{
	json_t *devices = json_object();

	for (int i = 0; i < CLASS_COUNT; i++)
		json_object_set_new(devices, class_names[i],
			json_integer(manifest->devices[i]));
	return devices;
}

/* "" stands for what there is none of. */
static const char *
or_null(const char *text)
{
	return text[0] != '\0' ? text : NULL;
}

static json_t *
pack_pointer(const struct manifest_pointer *pointer)
{
	if (pointer->id[0] == '\0')
		return json_null();
	return json_pack("{s:s, s:s, s:s?}", "id", pointer->id,
		"manifest_sha256", pointer->manifest_hash, "root_sha256",
		or_null(pointer->root_hash));
}

static json_t *
pack_state(const struct manifest_file *state)
{
	return json_pack("{s:s, s:I, s:s}", "path", state->path, "size",
		(json_int_t)state->size, "sha256", state->hash);
}

static json_t *
pack_files(const struct manifest *manifest)
{
	json_t *files = json_array();

	for (size_t i = 0; i < manifest->file_count; i++)
		json_array_append_new(files, pack_state(&manifest->files[i]));
	return files;
}

/* NULL when the text is no object. */
static json_t *
pack_object(const char *text)
{
	json_t *object =
		text != NULL ? json_loads(text, 0, NULL) : json_object();

	if (json_is_object(object))
		return object;
	json_decref(object);
	return NULL;
}

/* What it is; then what it holds. */
static json_t *
pack_head(const struct manifest *manifest)
{
	return json_pack(
		"{s:i, s:s, s:I, s:s, s:s?, s:s?, s:s?, s:s?, s:s, s:o, s:b}",
		"schema", MANIFEST_SCHEMA, "id", manifest->id, "observed_at",
		(json_int_t)snapshot_time(manifest->id), "kind",
		kind_names[manifest->kind], "phase", manifest->phase, "tag",
		or_null(manifest->tag), "note", manifest->note, "replaces",
		or_null(manifest->replaces), "tool", manifest->tool, "tools",
		pack_object(manifest->tools), "complete", manifest->complete);
}

static json_t *
pack_body(const struct manifest *manifest)
{
	char root[HASH_SIZE];

	manifest_root(manifest, root);
	return json_pack("{s:o, s:o, s:o, s:o, s:s?, s:s, s:o, s:o}", "devices",
		pack_devices(manifest), "figures",
		pack_object(manifest->figures), "previous",
		pack_pointer(&manifest->previous), "published_after",
		pack_pointer(&manifest->published_after), "log_sha256",
		or_null(manifest->chain), "root_sha256", root, "state",
		pack_state(&manifest->state), "files", pack_files(manifest));
}

int
manifest_print(const struct manifest *manifest, struct text *text)
{
	json_t *root = pack_head(manifest);
	json_t *body = pack_body(manifest);
	char *json = NULL;

	if (root != NULL && body != NULL && json_object_update(root, body) == 0)
		json = json_dumps(root, JSON_INDENT(1));
	json_decref(root);
	json_decref(body);
	if (json == NULL) {
		log_error("%s: the phase, the note or a figure is not UTF-8 "
			  "text",
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
take_hash(char into[HASH_SIZE], const char *hash)
{
	return hash != NULL && strlen(hash) == HASH_SIZE - 1 &&
		strspn(hash, "0123456789abcdef") == HASH_SIZE - 1 &&
		take(into, HASH_SIZE, hash);
}

static bool
take_id(char into[SNAPSHOT_ID_SIZE], const char *id)
{
	return id != NULL && snapshot_time(id) >= 0 &&
		take(into, SNAPSHOT_ID_SIZE, id);
}

static const char *
string_of(const json_t *object, const char *key)
{
	return json_string_value(json_object_get(object, key));
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
unpack_pointer(struct manifest_pointer *pointer, const json_t *object)
{
	const char *root = string_of(object, "root_sha256");

	if (json_is_null(object))
		return true;
	return take_id(pointer->id, string_of(object, "id")) &&
		take_hash(pointer->manifest_hash,
			string_of(object, "manifest_sha256")) &&
		(root == NULL || take_hash(pointer->root_hash, root));
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
	if (!path_is_publishable(path) || size < 0)
		return false;
	file = manifest_add(manifest, path);
	file->size = size;
	return take_hash(file->hash, hash);
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
	manifest_root(manifest, manifest->root_hash);
	return true;
}

/* The member's words, NULL when it is null or not there; false for others. */
static bool
unpack_text(struct manifest *manifest, const json_t *root, const char *key,
	const char **text)
{
	const json_t *value = json_object_get(root, key);

	*text = arena_text(manifest->arena, json_string_value(value));
	return value == NULL || json_is_null(value) || json_is_string(value);
}

static bool
unpack_words(struct manifest *manifest, const json_t *root)
{
	const char *tag;

	manifest->complete = json_is_true(json_object_get(root, "complete"));
	return take_id(manifest->id, string_of(root, "id")) &&
		unpack_text(manifest, root, "phase", &manifest->phase) &&
		unpack_text(manifest, root, "note", &manifest->note) &&
		unpack_text(manifest, root, "tool", &manifest->tool) &&
		manifest->tool != NULL &&
		unpack_text(manifest, root, "tag", &tag) &&
		(tag == NULL || take(manifest->tag, TAG_SIZE, tag));
}

static bool
unpack_object(
	struct manifest *manifest, const json_t *object, const char **into)
{
	char *text;

	if (!json_is_object(object))
		return false;
	text = json_dumps(object, JSON_COMPACT);
	*into = arena_text(manifest->arena, text);
	free(text);
	return true;
}

/* What schema 2 did not have. */
static bool
unpack_newer(struct manifest *manifest, const json_t *root)
{
	const json_t *state = json_object_get(root, "state");
	const char *replaces = string_of(root, "replaces");
	const char *chain = string_of(root, "log_sha256");
	const char *kind = string_of(root, "kind");
	const char *sum = string_of(root, "root_sha256");
	json_int_t size = json_integer_value(json_object_get(state, "size"));

	if (kind == NULL || snapshot_kind(kind) < 0 || sum == NULL ||
		strcmp(sum, manifest->root_hash) != 0 || size < 0)
		return false;
	manifest->kind = (enum snapshot_kind)snapshot_kind(kind);
	manifest->state.size = size;
	return unpack_text(manifest, state, "path", &manifest->state.path) &&
		manifest->state.path != NULL &&
		manifest_find(manifest, manifest->state.path) != NULL &&
		take_hash(manifest->state.hash, string_of(state, "sha256")) &&
		(replaces == NULL || take_id(manifest->replaces, replaces)) &&
		(chain == NULL || take_hash(manifest->chain, chain)) &&
		unpack_object(manifest, json_object_get(root, "tools"),
			&manifest->tools);
}

/* A manifest of schema 2 with its defaults. */
static bool
fill_in(struct manifest *manifest)
{
	const struct manifest_file *state = manifest_find(manifest, STATE_NAME);

	manifest->tools = "{}";
	if (state != NULL)
		manifest->state = *state;
	return state != NULL;
}

static bool
unpack(struct manifest *manifest, const json_t *root, json_int_t schema)
{
	return unpack_words(manifest, root) &&
		unpack_devices(manifest, json_object_get(root, "devices")) &&
		unpack_object(manifest, json_object_get(root, "figures"),
			&manifest->figures) &&
		unpack_pointer(&manifest->previous,
			json_object_get(root, "previous")) &&
		unpack_pointer(&manifest->published_after,
			json_object_get(root, "published_after")) &&
		unpack_files(manifest, json_object_get(root, "files")) &&
		(schema == MANIFEST_SCHEMA ? unpack_newer(manifest, root)
					   : fill_in(manifest));
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
	if (schema < OLDEST_SCHEMA || schema > MANIFEST_SCHEMA) {
		log_error("%s: is no manifest of schema %d to %d", name,
			OLDEST_SCHEMA, MANIFEST_SCHEMA);
		goto out;
	}
	manifest = manifest_create();
	manifest->json_length = length;
	if (!unpack(manifest, root, schema)) {
		log_error("%s: is no manifest of a snapshot", name);
		manifest_free(manifest);
		manifest = NULL;
	}
out:
	json_decref(root);
	return manifest;
}
