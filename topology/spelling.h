/* spelling.h -- what somebody may have meant. */
#ifndef TOPOLOGY_SPELLING_H
#define TOPOLOGY_SPELLING_H

#include <stdbool.h>

/* Is one word the other but for a slip of the finger: a letter wrong, left out
 * or too many, or two changed about? Words longer than five may have two; those
 * of one or two letters are near only to themselves, in whatever case. */
bool words_are_near(const char *, const char *);

#endif
