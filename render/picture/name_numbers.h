/* name_numbers.h -- numbers for names, counted from 1 in the order of asking.
 */
#ifndef RENDER_NAME_NUMBERS_H
#define RENDER_NAME_NUMBERS_H

#include <stddef.h>

struct name_numbers {
	char **names; /* of number 1, 2, ...; not ours */
	size_t count, capacity;
	size_t *slots; /* a hash table of numbers; 0: free */
	size_t slot_count;
};

/* 0 when it has none. */
size_t name_number(const struct name_numbers *, const char *name);
/* Of a name that has none yet, and that lives as long as this. */
size_t name_number_add(struct name_numbers *, char *name);
/* Begins as { 0 }; leaves it empty. */
void name_numbers_free(struct name_numbers *);

#endif
