/* archive_verify.h -- the part of verify that looks beside the snapshots. */
#ifndef SERVER_ARCHIVE_VERIFY_H
#define SERVER_ARCHIVE_VERIFY_H

#include "archive.h"

/* Logs whatever in `latest`, `tags` and the archive's folder does not follow
 * from the log. */
void verify_index(const struct archive *);

#endif
