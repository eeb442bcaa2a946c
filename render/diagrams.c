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

/* SQL that is run before the first picture: colours, then the tables that
 * several pictures share. Both only add TEMP tables. */
static const char *const preparations[] = {
	"palette.sql",
	"diagrams/parts/cards.sql",
	"diagrams/parts/seats.sql",
	"diagrams/parts/sites.sql",
};

static int
prepare(struct database *database, const struct template_folders *folders)
{
	for (size_t i = 0; i < COUNT(preparations); i++) {
		char path[PATH_MAX];

		if (template_find(folders, preparations[i], path) != 0 ||
			script_run(database, path) != 0)
			return -1;
	}
	return 0;
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

int
diagrams_draw(struct database *database, const struct diagrams_order *order)
{
	const struct template_folders folders = { order->templates,
		order->template_count };
	struct drawing_room *room;
	char path[PATH_MAX];
	int result;

	if (path_join(path, order->site, "diagrams") != 0 ||
		make_folders(path) != 0) {
		log_error("%s/diagrams: %s", order->site, strerror(errno));
		return -1;
	}
	if (prepare(database, &folders) != 0)
		return -1;
	room = drawing_room_open(path, order->jobs);
	result = draw_files(database, &folders, room);
	drawing_room_close(room);
	return result;
}
