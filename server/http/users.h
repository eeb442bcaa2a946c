/* users.h -- who may ask: names and the hashes of their passwords.
 *
 * A file of lines "NAME:HASH", as mkpasswd(1) and htpasswd -B make them; "#"
 * begins a comment. To check a password takes crypt(3) tens of milliseconds, so
 * those found right are remembered, as keyed hashes, while the list lives. */
#ifndef SERVER_USERS_H
#define SERVER_USERS_H

#include <stdbool.h>

enum { USER_NAME_SIZE = 128 };

struct users;

struct credentials {
	const char *name;
	const char *password;
};

/* `file` is its name in messages. NULL after logging. */
struct users *users_parse(const char *file, const char *text);
void users_free(struct users *);

/* Were they found right before? Costs a hash. */
bool users_remember(const struct users *, const struct credentials *);
/* Takes as long for a name that is not in the list. */
bool users_verify(struct users *, const struct credentials *);

#endif
