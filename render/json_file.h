/* json_file.h -- what queries find as one JSON file for programs.
 *
 * A file like templates/topology.yaml names the queries; each becomes an array
 * of objects, and `schema` the schema that lies beside it. With `script: NAME`
 * it is a script that sets window.NAME, its rows arrays without names: pages
 * that were opened from disk may run scripts, and read nothing else. The file
 * is written array by array: no more than one of them is in memory. */
#ifndef RENDER_JSON_FILE_H
#define RENDER_JSON_FILE_H

#include <stdio.h>

#include "database.h"

/* Reads `queries`; -1 after logging. */
int json_write(struct database *, const char *queries, FILE *);
int json_file_write(struct database *, const char *queries, const char *path);

#endif
