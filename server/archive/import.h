/* import.h -- a snapshot on its way from one archive into another. */
#ifndef SERVER_IMPORT_H
#define SERVER_IMPORT_H

#include "archive_store.h"
#include "tar.h"

struct import {
	const char *path; /* of the tar file, for messages */
	struct tar *tar;
	struct archive foreign; /* the log that came with it, nothing else */
	const struct publication *publication; /* in that log */
	struct manifest *manifest;
	struct manifest *previous; /* here, for links; may be NULL */
	char draft[PATH_MAX];
};

/* Publishes the draft, and says on standard output what vouches for it. */
int import_publish(struct import *, struct writer *);

#endif
