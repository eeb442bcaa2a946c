/* secrets.c -- certificate, key and passwords, read again when they change. */
#include "secrets.h"

#include <string.h>
#include <unistd.h>

#include "log.h"

static size_t
add_path(struct keeper *keeper, const char *path)
{
	if (path != NULL)
		keeper->paths[keeper->count++] = path;
	return keeper->count;
}

static const char *
text_of(const struct secrets *secrets, const struct kept *kept,
	const char *path)
{
	for (size_t i = 0; i < secrets->keeper.count; i++)
		if (secrets->keeper.paths[i] == path)
			return kept->texts[i];
	return NULL;
}

/* Is it what is in use already? */
static bool
is_seen(const uint8_t seen[DIGEST_SIZE], const char *first, const char *second,
	uint8_t now[DIGEST_SIZE])
{
	struct digest *digest = digest_begin();

	digest_add(digest, first, strlen(first) + 1);
	digest_add(digest, second, strlen(second));
	digest_end(digest, now);
	return memcmp(seen, now, DIGEST_SIZE) == 0;
}

/* 1: another certificate is in use now; 0: still the same; -1 after logging. */
static int
take_certificate(struct secrets *secrets, const struct kept *kept)
{
	const char *chain = text_of(secrets, kept, secrets->certificate);
	const char *key = text_of(secrets, kept, secrets->key);
	uint8_t now[DIGEST_SIZE];

	if (is_seen(secrets->certificate_seen, chain, key, now))
		return 0;
	if (tls_use(secrets->tls, chain, key) != 0)
		return -1;
	memcpy(secrets->certificate_seen, now, DIGEST_SIZE);
	return 1;
}

/* As above. Who is known stays known while the file is the same. */
static int
take_users(struct secrets *secrets, const struct kept *kept)
{
	const char *text = text_of(secrets, kept, secrets->users);
	uint8_t now[DIGEST_SIZE];
	struct users *users;

	if (is_seen(secrets->users_seen, text, "", now))
		return 0;
	users = users_parse(secrets->users, text);
	if (users == NULL)
		return -1;
	users_free(secrets->access->users);
	secrets->access->users = users;
	memcpy(secrets->users_seen, now, DIGEST_SIZE);
	return 1;
}

struct news {
	int certificate;
	int users;
};

static struct news
take_all(struct secrets *secrets, const struct kept *kept)
{
	struct news news = { 0, 0 };

	if (secrets->certificate != NULL)
		news.certificate = take_certificate(secrets, kept);
	if (secrets->users != NULL)
		news.users = take_users(secrets, kept);
	return news;
}

/* The keeper compares with what the files were before we read them: a change
 * in between is not missed. */
int
secrets_open(struct secrets *secrets)
{
	struct keeper *keeper = &secrets->keeper;
	struct kept kept;
	struct news news;

	keeper->socket = -1;
	add_path(keeper, secrets->certificate);
	add_path(keeper, secrets->key);
	if (add_path(keeper, secrets->users) == 0)
		return 0;
	if (secrets->certificate != NULL)
		secrets->tls = tls_open();
	if (keeper_start(keeper) != 0 ||
		keeper_read_directly(keeper, &kept) != 0)
		return -1;
	news = take_all(secrets, &kept);
	keeper_drop(keeper, &kept);
	return news.certificate < 0 || news.users < 0 ? -1 : 0;
}

void
secrets_close(struct secrets *secrets)
{
	if (secrets_are_kept(secrets))
		close(secrets->keeper.socket);
	tls_close(secrets->tls);
	users_free(secrets->access->users);
	secrets->access->users = NULL;
}

bool
secrets_are_kept(const struct secrets *secrets)
{
	return secrets->keeper.count > 0 && secrets->keeper.socket >= 0;
}

static void
tell(const char *what, int news)
{
	if (news < 0)
		log_warning("%s: those known before stay in use", what);
	else
		log_info("%s: read again, %s", what,
			news > 0 ? "others are in use now" : "the same");
}

void
secrets_reload(struct secrets *secrets)
{
	struct kept kept;
	struct news news;

	if (keeper_read(&secrets->keeper, &kept) != 0) {
		log_warning("certificates and users cannot be read again; "
			    "those known stay in use");
		return;
	}
	news = take_all(secrets, &kept);
	keeper_drop(&secrets->keeper, &kept);
	if (secrets->certificate != NULL)
		tell("certificates", news.certificate);
	if (secrets->users != NULL)
		tell("users", news.users);
}
