/* beneath.h -- opens files that cannot lie outside a folder. */
#ifndef SERVER_BENEATH_H
#define SERVER_BENEATH_H

/* For reading; the kernel itself refuses "..", absolute paths and links of any
 * kind. -1 with errno; ENOSYS before Linux 5.6, and then there is no other way
 * that is as safe. */
int open_beneath(int folder, const char *path);

#endif
