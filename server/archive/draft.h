/* draft.h -- a snapshot in the making: ARCHIVE/.tmp-ID. */
#ifndef SERVER_DRAFT_H
#define SERVER_DRAFT_H

#include "archive_store.h"

struct draft {
	const char *site;
	struct writer writer;
	struct manifest *manifest; /* of the snapshot to be */
	struct manifest *previous; /* whose files may be linked; may be NULL */
	char path[PATH_MAX];
};

/* Fills it with the files of the site, the state compressed, their compressed
 * twins, the manifest, whose hash is returned, and the sums. -1 after logging.
 */
int draft_fill(struct draft *, char manifest_hash[HASH_SIZE]);

#endif
