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

struct arena;

/* A line of a text, from 0; "" behind the last. */
const char *yaml_line(
	struct arena *, const char *text, size_t length, int number);
/* How to mend what libyaml complains of in this line, or NULL. */
const char *yaml_hint(const char *problem, const char *line);

#endif
