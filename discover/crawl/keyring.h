/* keyring.h -- in which order to try credentials at an address.
 *
 * The one that worked last in the same /24 or /64 comes first, then the one
 * that worked last anywhere, then those meant for the smallest prefix around
 * the address, then the rest in the order of the file: a wrong guess costs
 * seconds of silence. One that is meant for other prefixes is never tried. */
#ifndef DISCOVER_KEYRING_H
#define DISCOVER_KEYRING_H

#include <stdbool.h>
#include <stddef.h>

#include "address.h"

struct credential;
struct credentials;
struct keyring;

/* The credentials must outlive the ring. */
struct keyring *keyring_create(const struct credentials *);
void keyring_free(struct keyring *);
/* Is there any for this address? */
bool keyring_has_one(const struct keyring *, const struct ip_address *);
/* All that may be tried; good until the next call. */
const struct credential *const *keyring_order(
	struct keyring *, const struct ip_address *, size_t *count);
void keyring_worked(
	struct keyring *, const struct ip_address *, const struct credential *);

#endif
