/* notes.c -- what people write beside the documentation. */
#include "notes.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>

#include "files.h"
#include "log.h"
#include "names.h"
#include "paths.h"
#include "plain.h"

enum { MOST_BYTES = 64 * 1024 };

struct note {
	const char *file; /* for messages */
	const char *name; /* hq-core1, procedures/restore */
	const char *title; /* its first heading, or the name */
	const struct node *tree;
};

struct notes {
	struct arena *arena;
	struct note *notes;
	size_t count, capacity;
	bool *is_used; /* shared with the workers */
};

static const char *const own_pages[] = { "procedures", "diary" };

/* ------------------------------------------------------------- reading ---- */

static const char *
find_title(struct arena *arena, const struct node *tree, const char *name)
{
	struct text title = { 0 };
	const char *found = name;

	if (tree->first != NULL && tree->first->kind == NODE_HEADING)
		node_text(tree->first, &title);
	if (title.length > 0)
		found = arena_text(arena, title.bytes);
	text_free(&title);
	return found;
}

static int
refuse(const char *file, const char *why)
{
	log_error("%s: %s", file, why);
	return -1;
}

static int
add_note(struct notes *notes, const char *file, const char *name)
{
	struct stat status;
	struct note *note;
	char *text;

	if (!is_slug(name))
		return refuse(file, "is not named by a slug ([a-z0-9._-])");
	if (stat(file, &status) == 0 && status.st_size > MOST_BYTES)
		return refuse(file, "is longer than 64 KB");
	text = file_read(file, NULL);
	if (text == NULL)
		return -1;
	notes->notes = memory_grown(notes->notes, notes->count,
		&notes->capacity, sizeof(notes->notes[0]));
	note = &notes->notes[notes->count++];
	note->file = arena_text(notes->arena, file);
	note->name = arena_text(notes->arena, name);
	note->tree = note_parse(notes->arena, text);
	note->title = find_title(notes->arena, note->tree, note->name);
	free(text);
	return 0;
}

/* `below` is "." or the folder of pages of their own. */
static int
add_folder(struct notes *notes, const char *folder, const char *below)
{
	struct names names = { 0 };
	int result = 0;

	names_add_folder(&names, folder, below, "*.md");
	for (size_t i = 0; i < names.count; i++) {
		const char *name = names.names[i];
		const char *prefix = strcmp(below, ".") == 0 ? "" : below;
		const char *slash = prefix[0] != '\0' ? "/" : "";
		const char *file = arena_format(
			notes->arena, "%s/%s%s%s", folder, prefix, slash, name);

		if (add_note(notes, file,
			    arena_format(notes->arena, "%s%s%.*s", prefix,
				    slash, (int)strlen(name) - 3, name)) != 0)
			result = -1;
	}
	names_free(&names);
	return result;
}

static int
read_all(struct notes *notes, const char *folder)
{
	int result = add_folder(notes, folder, ".");

	for (size_t i = 0; i < COUNT(own_pages); i++)
		if (add_folder(notes, folder, own_pages[i]) != 0)
			result = -1;
	return result;
}

static bool *
shared_marks(size_t count)
{
	void *marks = mmap(NULL, count + 1, PROT_READ | PROT_WRITE,
		MAP_SHARED | MAP_ANONYMOUS, -1, 0);

	return marks != MAP_FAILED ? marks : NULL;
}

struct notes *
notes_open(const char *folder)
{
	struct notes *notes = memory_zeroed(sizeof(*notes));
	int result = 0;

	notes->arena = arena_create();
	if (folder != NULL)
		result = read_all(notes, folder);
	notes->is_used = shared_marks(notes->count);
	if (result == 0 && notes->is_used != NULL)
		return notes;
	notes_close(notes);
	return NULL;
}

void
notes_close(struct notes *notes)
{
	if (notes == NULL)
		return;
	if (notes->is_used != NULL)
		munmap(notes->is_used, notes->count + 1);
	free(notes->notes);
	arena_free(notes->arena);
	free(notes);
}

/* ------------------------------------------------------------ joining -- */

int
notes_list(const struct notes *notes, struct database *database)
{
	struct query *query = query_prepare(
		database, "INSERT INTO note (path, title) VALUES (?, ?)");
	int result = query != NULL ? 0 : -1;

	for (size_t i = 0; i < notes->count && result == 0; i++) {
		const struct value values[] = {
			text_value(notes->notes[i].name),
			text_value(notes->notes[i].title),
		};

		if (strchr(notes->notes[i].name, '/') != NULL)
			result = query_run(query, values, COUNT(values));
	}
	query_free(query);
	return result;
}

static bool
belongs_to(const struct note *note, const char *path)
{
	const char *slash = strrchr(path, '/');

	return strcmp(note->name, path) == 0 ||
		(slash != NULL && strcmp(note->name, slash + 1) == 0);
}

static void
append_copy(struct arena *arena, const struct node *source, struct node *parent)
{
	for (const struct node *child = source->first; child != NULL;
		child = child->next)
		append_copy(arena, child, node_add_copy(arena, parent, child));
}

/* A page of its own has the title already. */
static void
join(const struct note *note, struct arena *arena, struct node *document)
{
	struct node own = *note->tree;
	bool is_page = strchr(note->name, '/') != NULL;

	if (!is_page) {
		struct node *heading = node_add(arena, document, NODE_HEADING);

		heading->level = 2;
		node_add(arena, heading, NODE_TEXT)->text = "Notes";
	} else if (own.first != NULL && own.first->kind == NODE_HEADING) {
		own.first = own.first->next;
	}
	append_copy(arena, &own, document);
}

void
notes_join(struct notes *notes, struct arena *arena, const char *path,
	struct node *document)
{
	for (size_t i = 0; i < notes->count; i++) {
		if (!belongs_to(&notes->notes[i], path))
			continue;
		notes->is_used[i] = true;
		join(&notes->notes[i], arena, document);
	}
}

void
notes_tell_unused(const struct notes *notes)
{
	for (size_t i = 0; i < notes->count; i++)
		if (!notes->is_used[i])
			log_warning("%s: no page is named '%s'; the note is "
				    "not shown",
				notes->notes[i].file, notes->notes[i].name);
}
