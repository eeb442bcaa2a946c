/* split.h -- where to cut a long column, so that its parts are read at once. */
#ifndef DISCOVER_SPLIT_H
#define DISCOVER_SPLIT_H

#include "column.h"

enum { LONG_COLUMN = 200, GUESSES = 40 };

/* Cuts the widest range of the columns, which are linked by next_long, and
 * gives the new one; NULL when none can be cut now. */
struct range *split_widest(struct column *long_columns);

/* An index (or how one begins) in the gap that a range still has to read:
 * behind `newest` and, unless its length is 0, before `below`. `first` is a
 * cell from where the way to the newest is measured. False: no guess. */
struct gap {
	struct snmp_name first, newest, below;
};

bool gap_guess(const struct gap *, uint32_t ids[OID_IDS], size_t *length);

#endif
