/* partial.h -- NAME.partial, the file of a run until it is complete: one run at
 * a time writes it. */
#ifndef DISCOVER_PARTIAL_H
#define DISCOVER_PARTIAL_H

#include <stddef.h>

/* -1 after logging: the name is too long, the output a folder or a device. */
int partial_name(const char *output, char *path, size_t size);
/* Until the process ends, or the descriptor is closed: not before the database
 * is, as SQLite's own locks would go with it. No file is no obstacle. -1 after
 * logging when another run has it. */
int partial_lock(const char *path, int *descriptor);

#endif
