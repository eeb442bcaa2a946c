/* diagrams.c -- draws all pictures that the template folders describe. */
#include "diagrams.h"

#include <errno.h>
#include <limits.h>
#include <string.h>

#include "diagram.h"
#include "drawing.h"
#include "graph_write.h"
#include "log.h"
#include "memory.h"
#include "names.h"
#include "paths.h"
#include "script.h"
#include "template_folders.h"

/* Files that are drawn, and what they need. Of a comparison they lie in
 * folders of their own, before those of every site, whose parts and labels they
 * share. */
struct collection {
	struct database *database;
	struct template_folders folders;
	int kinds; /* the first so many folders hold the files */
};

static int
run_file(const struct collection *collection, const char *name)
{
	char path[PATH_MAX];

	if (template_find(&collection->folders, name, path) != 0)
		return -1;
	return script_run(collection->database, path);
}

static int
run_part(const struct collection *collection, const char *name)
{
	char file[PATH_MAX];

	if (path_join(file, "diagrams/parts", name) != 0)
		return -1;
	return run_file(collection, file);
}

static struct names
list_parts(const struct collection *collection, int folders)
{
	struct names names = { 0 };

	for (int i = 0; i < folders; i++)
		names_add_folder(&names, collection->folders.paths[i],
			"diagrams/parts", "*.sql");
	return names;
}

/* Colours first, then by name what several pictures share: TEMP tables. A
 * comparison needs nothing that is made after its own parts. */
static int
prepare(const struct collection *collection)
{
	struct names own = list_parts(collection, collection->kinds);
	struct names all = list_parts(collection, collection->folders.count);
	const char *last = own.count > 0 ? own.names[own.count - 1] : "";
	int result = run_file(collection, "palette.sql");

	for (size_t i = 0; i < all.count && result == 0; i++)
		if (strcmp(all.names[i], last) <= 0)
			result = run_part(collection, all.names[i]);
	names_free(&own);
	names_free(&all);
	return result;
}

static int
draw_file(const struct collection *collection, const char *name,
	struct drawing_room *room)
{
	struct diagram *diagram = NULL;
	char file[PATH_MAX], path[PATH_MAX];
	int result = -1;

	if (path_join(file, "diagrams", name) == 0 &&
		template_find(&collection->folders, file, path) == 0)
		diagram = diagram_load(
			collection->database, &collection->folders, path);
	if (diagram != NULL)
		result = diagram_draw(diagram, room);
	diagram_free(diagram);
	return result;
}

static int
draw_files(const struct collection *collection, struct drawing_room *room)
{
	struct names names = { 0 };
	int result = prepare(collection);

	for (int i = 0; i < collection->kinds && result == 0; i++)
		names_add_folder(&names, collection->folders.paths[i],
			"diagrams", "*.yaml");
	for (size_t i = 0; i < names.count; i++)
		if (draw_file(collection, names.names[i], room) != 0)
			result = -1;
	names_free(&names);
	return result;
}

static int
draw_network(struct database *database, const struct diagrams_order *order,
	struct drawing_room *room)
{
	const struct collection collection = { database,
		{ order->templates, order->template_count },
		order->template_count };

	return draw_files(&collection, room);
}

static int
draw_comparison(const struct diagrams_order *order, struct drawing_room *room)
{
	struct arena *arena = arena_create();
	const struct template_folders folders = { order->templates,
		order->template_count };
	const struct collection collection = { order->comparison,
		template_folders_inside(arena, &folders, "comparison"),
		folders.count };
	int result = draw_files(&collection, room);

	arena_free(arena);
	return result;
}

/* Where they go is there. */
static int
draw_into(struct database *database, const struct diagrams_order *order,
	const struct drawing_place *place)
{
	struct drawing_room *room = drawing_room_open(place);
	int result = 0;

	if (database != NULL)
		result = draw_network(database, order, room);
	if (result == 0 && order->comparison != NULL)
		result = draw_comparison(order, room);
	drawing_room_close(room);
	return result == 0 ? album_write(place->album, place->folder) : -1;
}

int
diagrams_draw(struct database *database, const struct diagrams_order *order)
{
	char folder[PATH_MAX], before[PATH_MAX] = "";
	struct drawing_place place = { NULL, folder, before, order->maker,
		order->jobs, order->only, order->formats };
	int result = -1;

	if (path_join(folder, order->site, "diagrams") != 0 ||
		make_folders(folder) != 0) {
		log_error("%s/diagrams: %s", order->site, strerror(errno));
		return -1;
	}
	if (order->before != NULL)
		path_join(before, order->before, "diagrams");
	place.album = album_open(
		database != NULL ? database : order->comparison, before);
	if (place.album != NULL)
		result = draw_into(database, order, &place);
	album_close(place.album);
	return result;
}

const char *
diagrams_formats(const char *option)
{
	const char *words = option;

	if (strcmp(option, "all") == 0)
		words = graph_format_words;
	else if (strcmp(option, "none") == 0)
		words = "";
	if (graph_format_unknown(words) == NULL)
		return words;
	log_error("--formats: '%s' is not all, none or some of %s", option,
		graph_format_words);
	return NULL;
}
