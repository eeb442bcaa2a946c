/* tar.h -- tar files, plain or compressed; the only door to libarchive.
 *
 * What is written depends on names, bytes and the time given alone: everything
 * belongs to nobody and is read-only. What is read may be anything. */
#ifndef SERVER_TAR_H
#define SERVER_TAR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct tar;

/* "-" is standard output. NULL after logging. */
struct tar *tar_create(const char *path, bool compress);
struct tar_member {
	const char *name;
	int64_t size; /* in bytes */
	int64_t time; /* seconds since 1970 */
	bool is_file; /* neither a folder nor a link; set when it is read */
};

/* Each -1 after logging. tar_add begins a member, tar_write fills it. */
int tar_add(struct tar *, const struct tar_member *);
int tar_write(struct tar *, const void *bytes, size_t length);
/* Ends the file and frees all; -1 also when something failed before. */
int tar_finish(struct tar *);

/* For reading; "-" is standard input. NULL after logging. */
struct tar *tar_open(const char *path);
/* 1 and the next member, 0 at the end, -1 after logging. */
int tar_next(struct tar *, struct tar_member *);
/* The next bytes of the member; 0 at its end, -1 after logging. */
ptrdiff_t tar_read(struct tar *, void *bytes, size_t size);
void tar_close(struct tar *);

#endif
