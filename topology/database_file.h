/* database_file.h -- what database.c, database_format.c and database_file.c
 * share: connections before it is known what the file holds. */
#ifndef TOPOLOGY_DATABASE_FILE_H
#define TOPOLOGY_DATABASE_FILE_H

#include <stdbool.h>

struct database;
struct text;

enum connection {
	CONNECTION_READ,
	CONNECTION_FROZEN, /* nobody can change the file: no locks, no log */
	CONNECTION_WRITE,
	CONNECTION_CREATE,
};

/* database.c. NULL after logging. */
struct database *database_connect(const char *path, enum connection);
/* One number of the file's head, 0 for what is no SQLite file; -1 after
 * logging when it cannot be read at all. */
int database_head(struct database *, const char *pragma, int *number);
/* The file is ours: closing shall fold the log into it. */
void database_will_fold(struct database *);
/* The tables of one schema in place of those of another. -1 after logging. */
int database_copy(struct database *from, const char *schema,
	struct database *to, const char *to_schema);

/* database_file.c. Whether it is a file that may be read (and written); logs
 * why not. */
bool database_file_is_accessible(const char *path, bool write);
/* A file without a log, where nothing can be written: it cannot change. */
bool database_file_is_frozen(const char *path);
/* Removes the file and its logs; -1 after logging. */
int database_file_remove(const char *path);
/* A file name as URI: "?", "#" and "%" are part of the name. */
void append_file_uri(struct text *uri, const char *path);

#endif
