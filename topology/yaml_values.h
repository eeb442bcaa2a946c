/* yaml_values.h -- what a text may be; for yaml_check.c and yaml_values.c. */
#ifndef TOPOLOGY_YAML_VALUES_H
#define TOPOLOGY_YAML_VALUES_H

#include "yaml.h"

/* False for types that are no scalar. */
bool yaml_text_fits(enum yaml_type, const char *text);
/* "a whole number", "a list of records" ... */
const char *yaml_type_words(enum yaml_type);

#endif
