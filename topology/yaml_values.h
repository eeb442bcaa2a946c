/* yaml_values.h -- what a text may be, and mistakes; for the files yaml*.c. */
#ifndef TOPOLOGY_YAML_VALUES_H
#define TOPOLOGY_YAML_VALUES_H

#include "yaml.h"

/* Those that reading went past. */
int yaml_mistakes(const struct yaml_document *);

/* False for types that are no scalar. */
bool yaml_text_fits(enum yaml_type, const char *text);
/* "a whole number", "a list of records" ... */
const char *yaml_type_words(enum yaml_type);

#endif
