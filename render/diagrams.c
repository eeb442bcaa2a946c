/* diagrams.c -- draws all pictures that the template folders describe. */
#include "diagrams.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "diagram.h"
#include "drawing.h"
#include "graph_write.h"
#include "log.h"
#include "memory.h"
#include "names.h"
#include "paths.h"
#include "script.h"
#include "shares.h"
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

static const char more_memory[] = "PRAGMA temp.cache_size = -65536 /* KiB */";

/* Colours first, then by name what several pictures share: TEMP tables. A
 * comparison needs nothing that is made after its own parts. */
static int
prepare(const struct collection *collection)
{
	struct names own = list_parts(collection, collection->kinds);
	struct names all = list_parts(collection, collection->folders.count);
	const char *last = own.count > 0 ? own.names[own.count - 1] : "";
	int result = database_run(collection->database, more_memory);

	if (result == 0)
		result = run_file(collection, "palette.sql");
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

/* What they share is there. */
static int
draw_files(
	const struct collection *collection, const struct drawing_place *place)
{
	struct drawing_room *room = drawing_room_open(place);
	struct names names = { 0 };
	int result = 0;

	for (int i = 0; i < collection->kinds; i++)
		names_add_folder(&names, collection->folders.paths[i],
			"diagrams", "*.yaml");
	for (size_t i = 0; i < names.count; i++)
		if (draw_file(collection, names.names[i], room) != 0)
			result = -1;
	names_free(&names);
	drawing_room_close(room);
	return result;
}

/* ---------------------------------------------------------- a network -- */

/* Reading the rows of pictures takes as long as drawing them, when most are
 * taken over. What they share is made once, and kept in a file. */
struct network {
	struct collection collection;
	struct drawing_place place;
	char parts[PATH_MAX]; /* the TEMP tables */
};

static int
name_share(char path[], const struct drawing_place *place, int share)
{
	char name[64];

	snprintf(name, sizeof(name), "%s.%d", album_file, share);
	return path_join(path, place->folder, name);
}

/* With a connection of its own. */
static int
draw_with(const struct collection *collection, struct drawing_place *place,
	const char *list)
{
	int result = -1;

	place->album = album_open(collection->database, place->before);
	if (place->album != NULL && draw_files(collection, place) == 0)
		result = album_write(place->album, list);
	album_close(place->album);
	return result;
}

/* In a process of its own: its pictures are listed in a file. */
static int
draw_share_apart(const struct network *network, int share)
{
	struct collection collection = network->collection;
	struct drawing_place place = network->place;
	char list[PATH_MAX];
	int result = -1;

	place.reader = share;
	collection.database = database_open(
		database_path(collection.database), DATABASE_ARCHIVED);
	if (collection.database != NULL &&
		name_share(list, &place, share) == 0 &&
		database_run(collection.database, more_memory) == 0 &&
		database_load_temp(collection.database, network->parts) == 0)
		result = draw_with(&collection, &place, list);
	database_close(collection.database);
	return result;
}

static int
draw_share(void *data, int share)
{
	const struct network *network = data;

	if (share > 0)
		return draw_share_apart(network, share);
	return draw_files(&network->collection, &network->place);
}

static int
add_share(const struct drawing_place *place, int share)
{
	char path[PATH_MAX];

	if (name_share(path, place, share) != 0 ||
		album_add_share(place->album, path, share, place->readers) != 0)
		return -1;
	return unlink(path);
}

/* A small network is read before another process is ready to. */
static int
count_readers(struct database *database, const struct diagrams_order *order)
{
	enum { DEVICES_A_READER = 500 };
	int64_t most = database_integer(
		database, "SELECT count(*) FROM device WHERE documented", 0);

	most = most / DEVICES_A_READER + 1;
	return most < order->jobs ? (int)most : order->jobs;
}

static int
draw_shares(struct network *network, int readers)
{
	int result = shares_run(readers, draw_share, network);

	for (int i = 1; i < readers && result == 0; i++)
		result = add_share(&network->place, i);
	return result;
}

static int
keep_parts(struct network *network)
{
	if (path_join(network->parts, network->place.folder, "parts.db") != 0)
		return -1;
	return database_save_temp(network->collection.database, network->parts);
}

static int
draw_network(struct database *database, const struct diagrams_order *order,
	const struct drawing_place *place)
{
	struct network network = {
		{ database, { order->templates, order->template_count },
			order->template_count },
		*place, ""
	};
	int readers = count_readers(database, order);
	int result = prepare(&network.collection);

	network.place.readers = readers;
	network.place.jobs = (order->jobs + readers - 1) / readers;
	if (result == 0 && readers > 1)
		result = keep_parts(&network);
	if (result == 0)
		result = draw_shares(&network, readers);
	if (network.parts[0] != '\0')
		unlink(network.parts);
	return result;
}

/* -------------------------------------------------------- all pictures ---- */

static int
draw_comparison(
	const struct diagrams_order *order, const struct drawing_place *place)
{
	struct arena *arena = arena_create();
	const struct template_folders folders = { order->templates,
		order->template_count };
	const struct collection collection = { order->comparison,
		template_folders_inside(arena, &folders, "comparison"),
		folders.count };
	int result = prepare(&collection);

	if (result == 0)
		result = draw_files(&collection, place);
	arena_free(arena);
	return result;
}

/* Where they go is there. */
static int
draw_into(struct database *database, const struct diagrams_order *order,
	const struct drawing_place *place)
{
	char path[PATH_MAX];
	int result = path_join(path, place->folder, album_file);

	if (result == 0 && database != NULL)
		result = draw_network(database, order, place);
	if (result == 0 && order->comparison != NULL)
		result = draw_comparison(order, place);
	return result == 0 ? album_write(place->album, path) : -1;
}

int
diagrams_draw(struct database *database, const struct diagrams_order *order)
{
	char folder[PATH_MAX], before[PATH_MAX] = "";
	struct drawing_place place = { .folder = folder,
		.before = before,
		.maker = order->maker,
		.jobs = order->jobs,
		.only = order->only,
		.formats = order->formats };
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
