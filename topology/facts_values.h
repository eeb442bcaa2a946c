/* facts_values.h -- texts of facts.yaml as the database has them; for the files
 * facts*.c only. */
#ifndef TOPOLOGY_FACTS_VALUES_H
#define TOPOLOGY_FACTS_VALUES_H

#include "address.h"
#include "database.h"
#include "yaml.h"

/* One spelling of numbers, addresses, prefixes (as networks), MACs; any other
 * text, and what is no address, as it is. */
const char *fact_spelling(
	enum yaml_type, const char *text, char spelling[IP_TEXT_SIZE]);

/* Days as seconds, rates as bits, flags as 1 and 0, NULL as NULL; else the text
 * itself, which must be spelled. */
struct value fact_value(enum yaml_type, const char *text);

#endif
