/* identity.h -- is this answer from a device that we know already?
 *
 * A probe asks for what identifies a device before anything else is read, so
 * that a device with ten addresses is walked once. Engine ids get cloned with
 * disk images: one counts only while nothing speaks against it. */
#ifndef DISCOVER_IDENTITY_H
#define DISCOVER_IDENTITY_H

#include <stdbool.h>
#include <stdint.h>

#include "address.h"

struct arena;
struct candidate;
struct device;
struct probe_answer;

/* What a probe asks for, in the order of its answer. */
extern const char *const identity_objects[];
extern const size_t identity_object_count;

/* NULL: not said. */
struct identity {
	const char *sys_object_id;
	const char *sys_name;
	const char *engine_id; /* hex */
	const char *chassis; /* "mac 00:00:5e:00:53:01": subtype and id */
	const char *bridge_mac;
	const char *sys_descr; /* for the rules of the scope; never compared */
};

void identity_read(
	struct arena *, const struct probe_answer *, struct identity *);
/* What the probe said counts where the tables were not read. */
void identity_complete(struct device *, const struct identity *);
/* Does the chassis id name one device only (and not "local switch")? */
bool chassis_is_unique(const char *chassis);

enum identity_match {
	IDENTITY_DIFFERENT,
	IDENTITY_SAME,
	IDENTITY_PERHAPS, /* only names and models were compared, and are equal
			   */
};

enum identity_match identity_compare(
	const struct identity *, const struct identity *);
/* Of two that are the same: by what, in words. */
const char *identity_in_common(
	const struct identity *, const struct identity *);

/* Devices that answered. Everything belongs to the registry. */
struct known_device {
	struct identity identity;
	int64_t id; /* row id, 0 while it is being walked */
	bool is_walked; /* to the end */
	struct candidate *waiters; /* held until it is walked */
	struct known_device *next_by_key[4];
};

struct registry;

struct registry *registry_create(void);
void registry_free(struct registry *);
/* The strings of the identity are copied. */
struct known_device *registry_add(struct registry *, const struct identity *);
/* The device that is the same, else one that is perhaps the same and still
 * being walked, else NULL. */
struct known_device *registry_find(
	struct registry *, const struct identity *, enum identity_match *);

/* Whose own address is it? The first call of a device wins; NULL from then on
 * when a second device claims it (anycast, internal networks). */
void registry_claim(
	struct registry *, const struct ip_address *, struct known_device *);
struct known_device *registry_owner(
	const struct registry *, const struct ip_address *);

#endif
