/* users.c -- who may ask: names and the hashes of their passwords. */
#include "users.h"

#include <crypt.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

#include "digest.h"
#include "log.h"
#include "memory.h"

enum { REMEMBERED = 64, SECRET_SIZE = 32, SHORTEST_HASH = 50 };

struct user {
	char *name;
	char *hash;
};

struct users {
	struct user *items;
	size_t count;
	size_t capacity;
	uint8_t secret[SECRET_SIZE]; /* makes what is remembered useless */
	uint8_t known[REMEMBERED][DIGEST_SIZE];
	size_t known_count; /* ever: the oldest is overwritten */
};

/* Ways to hash that make guessing slow. */
static const char *const methods[] = { "$y$", "$gy$", "$6$", "$2b$", "$2y$" };

static bool
is_slow_hash(const char *hash)
{
	for (size_t i = 0; i < COUNT(methods); i++)
		if (strncmp(hash, methods[i], strlen(methods[i])) == 0)
			return strlen(hash) >= SHORTEST_HASH &&
				crypt_checksalt(hash) == CRYPT_SALT_OK;
	return false;
}

static bool
is_known(const struct users *users, const char *name)
{
	for (size_t i = 0; i < users->count; i++)
		if (strcmp(users->items[i].name, name) == 0)
			return true;
	return false;
}

/* What is wrong with a line; NULL: nothing. */
static const char *
complaint_about(const struct users *users, const char *name, const char *hash)
{
	size_t length = strlen(name);

	if (hash == NULL || length == 0 || length >= USER_NAME_SIZE)
		return "is not NAME:HASH";
	if (!is_slow_hash(hash))
		return "has no yescrypt, sha512crypt or bcrypt hash; "
		       "'mkpasswd -m yescrypt' makes one";
	if (is_known(users, name))
		return "names a user for the second time";
	return NULL;
}

static int
take_line(struct users *users, char *line, const char **complaint)
{
	char *hash = strchr(line, ':');

	line[strcspn(line, "\r")] = '\0';
	if (line[0] == '\0' || line[0] == '#')
		return 0;
	if (hash != NULL)
		*hash++ = '\0';
	*complaint = complaint_about(users, line, hash);
	if (*complaint != NULL)
		return -1;
	users->items = memory_grown(users->items, users->count,
		&users->capacity, sizeof(users->items[0]));
	users->items[users->count++] =
		(struct user){ memory_text(line), memory_text(hash) };
	return 0;
}

static int
take_lines(struct users *users, const char *file, char *text)
{
	const char *complaint = NULL;
	int number = 0;

	for (char *line; (line = strsep(&text, "\n")) != NULL;) {
		number++;
		if (take_line(users, line, &complaint) != 0) {
			log_error("%s: line %d %s", file, number, complaint);
			return -1;
		}
	}
	if (users->count > 0)
		return 0;
	log_error("%s: names no user; a line is NAME:HASH", file);
	return -1;
}

struct users *
users_parse(const char *file, const char *text)
{
	struct users *users = memory_zeroed(sizeof(*users));
	char *copy = memory_text(text);
	int result = take_lines(users, file, copy);

	explicit_bzero(copy, strlen(text));
	free(copy);
	if (getrandom(users->secret, SECRET_SIZE, 0) != SECRET_SIZE)
		abort(); /* the kernel has always as much */
	if (result == 0)
		return users;
	users_free(users);
	return NULL;
}

void
users_free(struct users *users)
{
	if (users == NULL)
		return;
	for (size_t i = 0; i < users->count; i++) {
		free(users->items[i].name);
		free(users->items[i].hash);
	}
	free(users->items);
	explicit_bzero(users, sizeof(*users));
	free(users);
}

/* How long it takes does not tell where they differ. */
static bool
are_same(const void *a, const void *b, size_t length)
{
	const volatile uint8_t *left = a;
	const volatile uint8_t *right = b;
	uint8_t difference = 0;

	for (size_t i = 0; i < length; i++)
		difference |= (uint8_t)(left[i] ^ right[i]);
	return difference == 0;
}

static void
fingerprint(const struct users *users, const struct credentials *given,
	uint8_t result[DIGEST_SIZE])
{
	struct digest *digest = digest_begin();

	digest_add(digest, users->secret, SECRET_SIZE);
	digest_add(digest, given->name, strlen(given->name) + 1);
	digest_add(digest, given->password, strlen(given->password));
	digest_add(digest, users->secret, SECRET_SIZE);
	digest_end(digest, result);
}

bool
users_remember(const struct users *users, const struct credentials *given)
{
	size_t count = users->known_count;
	uint8_t wanted[DIGEST_SIZE];
	bool found = false;

	fingerprint(users, given, wanted);
	for (size_t i = 0; i < REMEMBERED && i < count; i++)
		found |= are_same(users->known[i], wanted, DIGEST_SIZE);
	return found;
}

static bool
hash_is_of(const char *hash, const char *password)
{
	struct crypt_data *data = memory_zeroed(sizeof(*data));
	const char *made = crypt_r(password, hash, data);
	size_t length = strlen(hash);
	bool same = made != NULL && strlen(made) == length &&
		are_same(made, hash, length);

	explicit_bzero(data, sizeof(*data));
	free(data);
	return same;
}

bool
users_verify(struct users *users, const struct credentials *given)
{
	const struct user *user = NULL;
	bool right;

	for (size_t i = 0; i < users->count; i++)
		if (strcmp(users->items[i].name, given->name) == 0)
			user = &users->items[i];
	/* who is not in the list costs as much as who is */
	right = hash_is_of(user != NULL ? user->hash : users->items[0].hash,
		given->password);
	if (!right || user == NULL)
		return false;
	fingerprint(
		users, given, users->known[users->known_count % REMEMBERED]);
	users->known_count++;
	return true;
}
