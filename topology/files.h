/* files.h -- whole files: read them, write them, replace them by rename. */
#ifndef TOPOLOGY_FILES_H
#define TOPOLOGY_FILES_H

#include <stdbool.h>
#include <stddef.h>

/* The whole file with a NUL behind it, to be freed; `length` may be NULL.
 * NULL after logging. */
char *file_read(const char *path, size_t *length);

/* Writes PATH.new and renames it to PATH, so that a reader sees the old or the
 * new file and never half of one. A link stays, and the file that it leads to
 * is replaced; a device or a pipe stays, and is written to. -1 after logging.
 */
int file_replace(const char *path, const void *bytes, size_t length);

/* There is a device, a pipe or alike, whose place no file may take. */
bool file_is_stream(const char *path);

#endif
