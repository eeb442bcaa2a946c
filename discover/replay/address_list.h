/* address_list.h -- a file that says which recording answers at which address.
 */
#ifndef DISCOVER_ADDRESS_LIST_H
#define DISCOVER_ADDRESS_LIST_H

#include "recording_list.h"
#include "replay.h"

struct address_list {
	bool is_distinct; /* each address is a device of its own: a copy */
	const struct recording_list *recordings;
	struct recording_list *copies;
	struct replay_addresses *addresses;
	bool *listed; /* set for each recording that the file names */
};

/* Lines of "NAME ADDRESS...", NAME without suffix; -1 after logging. */
int address_list_read(const char *path, const struct address_list *);

#endif
