/* script.h -- SQL files that are run statement by statement.
 *
 * SQLite's recursive queries are slow where a value must travel along many
 * rows; repeating an UPDATE until it finds nothing more is not. So a script may
 * hold blocks:
 *
 *   -- repeat until nothing changes
 *   UPDATE ...;
 *   -- end repeat
 *
 * A statement in a block must not touch rows that are as they should be. */
#ifndef TOPOLOGY_SCRIPT_H
#define TOPOLOGY_SCRIPT_H

struct database;

/* -1 after logging FILE:LINE of the statement that failed. */
int script_run(struct database *, const char *path);
/* `name` below the program's own files: "topology/derive/links.sql". */
int script_run_shared(struct database *, const char *name);

#endif
