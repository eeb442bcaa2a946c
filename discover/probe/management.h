/* management.h -- SNMP asked of each management address, over both families. */
#ifndef DISCOVER_MANAGEMENT_H
#define DISCOVER_MANAGEMENT_H

#include "plan.h"

struct credentials;
struct engine_settings;

struct management {
	struct plan *plan;
	const struct credentials *credentials;
	const struct engine_settings *engine;
	bool (*should_stop)(void);
};

/* Asks for sysName with the credential that opened the device before. -1 after
 * logging, or when stopped. */
int management_ask(const struct management *);

#endif
