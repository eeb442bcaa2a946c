/* words.h -- foreign text made fit for pages, file names and sorting. */
#ifndef TOPOLOGY_WORDS_H
#define TOPOLOGY_WORDS_H

#include "memory.h"

enum { SLUG_SIZE = 61 };

/* [a-z0-9-]: letters lower-cased, any other run one '-', none at the ends, at
 * most 60 bytes, "x" when nothing is left. */
const char *slug_text(const char *text, char slug[SLUG_SIZE]);

#define REPLACEMENT_CHARACTER "\xef\xbf\xbd"

/* Octets of the character at the begin of a text; 0 when it is no UTF-8. */
int utf8_length(const char *text);

/* Valid UTF-8 without control characters: line ends and tabs become a space,
 * bytes that are no UTF-8 become U+FFFD. */
void append_clean(struct text *, const char *text);

/* Sorts as people do: Gi1/0/2 before gi1/0/10. */
void append_natural_key(struct text *, const char *text);

#endif
