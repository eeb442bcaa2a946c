/* diagrams.c -- draws all pictures that the template folders describe. */
#include "diagrams.h"

#include <errno.h>
#include <limits.h>
#include <string.h>

#include "diagram.h"
#include "log.h"
#include "names.h"
#include "paths.h"
#include "script.h"

static int
run_file(struct database *database, const struct template_folders *folders,
	const char *name)
{
	char path[PATH_MAX];

	if (template_find(folders, name, path) != 0)
		return -1;
	return script_run(database, path);
}

static int
run_part(struct database *database, const struct template_folders *folders,
	const char *name)
{
	char file[PATH_MAX];

	if (path_join(file, "diagrams/parts", name) != 0)
		return -1;
	return run_file(database, folders, file);
}

/* Colours first, then by name what several pictures share: TEMP tables. */
static int
prepare(struct database *database, const struct template_folders *folders)
{
	int result = run_file(database, folders, "palette.sql");
	struct names names = { 0 };

	for (int i = 0; i < folders->count; i++)
		names_add_folder(
			&names, folders->paths[i], "diagrams/parts", "*.sql");
	for (size_t i = 0; i < names.count && result == 0; i++)
		result = run_part(database, folders, names.names[i]);
	names_free(&names);
	return result;
}

static int
draw_file(struct database *database, const struct template_folders *folders,
	const char *name, struct drawing_room *room)
{
	struct diagram *diagram = NULL;
	char file[PATH_MAX], path[PATH_MAX];
	int result = -1;

	if (path_join(file, "diagrams", name) == 0 &&
		template_find(folders, file, path) == 0)
		diagram = diagram_load(database, folders, path);
	if (diagram != NULL)
		result = diagram_draw(diagram, room);
	diagram_free(diagram);
	return result;
}

static int
draw_files(struct database *database, const struct template_folders *folders,
	struct drawing_room *room)
{
	struct names names = { 0 };
	int result = 0;

	for (int i = 0; i < folders->count; i++)
		names_add_folder(
			&names, folders->paths[i], "diagrams", "*.yaml");
	for (size_t i = 0; i < names.count; i++)
		if (draw_file(database, folders, names.names[i], room) != 0)
			result = -1;
	names_free(&names);
	return result;
}

/* Where they go is there. */
static int
draw_into(struct database *database, const struct diagrams_order *order,
	const struct drawing_place *place)
{
	const struct template_folders folders = { order->templates,
		order->template_count };
	struct drawing_room *room = drawing_room_open(place);
	int result = draw_files(database, &folders, room);

	drawing_room_close(room);
	return result == 0 ? album_write(place->album, place->folder) : -1;
}

int
diagrams_draw(struct database *database, const struct diagrams_order *order)
{
	const struct template_folders folders = { order->templates,
		order->template_count };
	char folder[PATH_MAX], before[PATH_MAX] = "";
	struct drawing_place place = { NULL, folder, before, order->maker,
		order->jobs };
	int result = -1;

	if (path_join(folder, order->site, "diagrams") != 0 ||
		make_folders(folder) != 0) {
		log_error("%s/diagrams: %s", order->site, strerror(errno));
		return -1;
	}
	if (order->before != NULL)
		path_join(before, order->before, "diagrams");
	if (prepare(database, &folders) == 0)
		place.album = album_open(database, before);
	if (place.album != NULL)
		result = draw_into(database, order, &place);
	album_close(place.album);
	return result;
}
