/* database_temp.c -- TEMP tables that several connections use.
 *
 * They belong to one connection: others take a copy, which is much faster than
 * making them again. */
#include "database.h"

#include "database_file.h"

int
database_save_temp(struct database *database, const char *path)
{
	struct database *file = database_connect(path, CONNECTION_CREATE);
	int result = -1;

	if (file != NULL && database_run(file, "PRAGMA synchronous = OFF") == 0)
		result = database_copy(database, "temp", file, "main");
	database_close(file);
	return result;
}

int
database_load_temp(struct database *database, const char *path)
{
	struct database *file = database_connect(path, CONNECTION_FROZEN);
	int result = -1;

	if (file != NULL)
		result = database_copy(file, "main", database, "temp");
	database_close(file);
	return result;
}
