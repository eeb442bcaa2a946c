/* summary.h -- what is kept of every snapshot's manifest: all but its files,
 * whose list is long. */
#ifndef SERVER_SUMMARY_H
#define SERVER_SUMMARY_H

#include "catalogue.h"

/* Of all snapshots, newest by time first; what `known` holds of the archive as
 * it was (`known_count`) is taken from there and not read again. */
struct summary *summaries_make(
	const struct archive *, struct summary *known, size_t known_count);
void summaries_free(struct summary *, size_t count);

#endif
