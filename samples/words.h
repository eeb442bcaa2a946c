/* words.h -- the words of network.yaml that are tables: roles, port names. */
#ifndef SAMPLES_WORDS_H
#define SAMPLES_WORDS_H

#include "network.h"

const struct role *role_find(const char *name);
/* By the beginning of the port's name; never NULL. */
const struct port_kind *port_kind_find(const char *name);

extern const char *const role_names[], *const port_id_names[],
					       *const lldp_numbers_names[],
						       *const tunnel_names[];
/* The position of a word in a list that ends with NULL; 0 for NULL. */
int word_find(const char *const *words, const char *word);

#endif
