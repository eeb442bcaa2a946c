/* plain.h -- foreign bytes made safe to show.
 *
 * Devices choose their names, aliases and descriptions. Plain text is what is
 * left of any byte string once it can be shown: valid UTF-8 (a broken byte
 * becomes U+FFFD), no control characters, tab and newline as one blank each.
 * Nothing else is changed, so the reader sees what the device said. */
#ifndef TOPOLOGY_PLAIN_H
#define TOPOLOGY_PLAIN_H

#include <stdbool.h>
#include <stddef.h>

#include "memory.h"

/* How a value is written into a format. Each one makes it plain first. */
typedef void escape_function(struct text *out, const char *value);

void escape_nothing(struct text *out, const char *value);
/* For HTML and XML, between tags and inside quoted attributes. */
void escape_markup(struct text *out, const char *value);

void plain_append(struct text *out, const char *value);
/* Plain text without the white space at its ends, where it would keep Markdown
 * from reading "*" as emphasis. */
const char *plain_trimmed(const char *text, size_t *length);

/* [a-z0-9._/#-]* that cannot leave the site: no "..", no leading "/". Only
 * this may stand in a link, an id or a file name. */
bool is_slug(const char *text);
/* The same with capital letters, as ids of snapshots have them: for links and
 * HTML of templates. */
bool is_link_part(const char *text);

#endif
