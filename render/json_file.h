/* json_file.h -- the state as one JSON file for programs.
 *
 * templates/topology.yaml names the queries; each becomes an array of objects.
 * The file is written array by array: no more than one of them is in memory. */
#ifndef RENDER_JSON_FILE_H
#define RENDER_JSON_FILE_H

#include "database.h"

/* Reads `queries` and writes `path`; -1 after logging. */
int json_file_write(struct database *, const char *queries, const char *path);

#endif
