/* archive_pack.h -- compressed twins: NAME.gz beside NAME, for web servers. */
#ifndef SERVER_ARCHIVE_PACK_H
#define SERVER_ARCHIVE_PACK_H

#include "manifest.h"

#define PACKED_ENDING ".gz"

/* Whether a file should get a twin, by its name and size. */
bool pack_is_wanted(const struct manifest_file *);
/* Compresses FROM into the new file TO; fills in size and hash of that. -1
 * after logging. */
int pack_file(const char *from, const char *to, struct manifest_file *packed);
/* Whether the twin saves enough to be kept. */
bool pack_is_worth_it(
	const struct manifest_file *, const struct manifest_file *packed);

#endif
