/* yaml_writer.h -- foreign text as a YAML scalar. */
#ifndef TOPOLOGY_YAML_WRITER_H
#define TOPOLOGY_YAML_WRITER_H

#include "memory.h"

/* In double quotes, on one line, and read back as the same text, but that bytes
 * which are no UTF-8 become U+FFFD and control characters spaces. */
void append_yaml_text(struct text *, const char *text);

#endif
