/* parts.h -- the files of a folder in one: an answer that is served by parts.
 *
 *   INDEX_LENGTH                     in bytes, a line of its own
 *   SIZE PACKED_SIZE HASH PATH       a line for each part, sorted by path
 *   bytes of a part, then the same compressed, part after part
 *
 * A part is found without reading the others and sent from where it lies, in
 * either form; a compressed form that saves little is left out: its size is 0.
 */
#ifndef SERVER_PARTS_H
#define SERVER_PARTS_H

#include <stdio.h>

#include "parcel.h"

/* All files below the folder; -1 after logging. */
int parts_write(const char *folder, FILE *);

/* A part of the parcel is one too: it shares the file. 1, 0 when there is no
 * part at this path, -1 after logging when what lies there are no parts:
 * whoever wrote them is not trusted. */
int parts_find_path(
	const struct parcel *all, const char *path, struct parcel *part);

#endif
