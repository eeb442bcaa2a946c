/* credentials.c -- the file of credentials, checked before anything is sent.
 *
 * A mistake found here is one line; found later it is "no answer" from every
 * device of the network. */
#include "credentials.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "log.h"
#include "memory.h"
#include "yaml.h"

enum { LEAST_PASSWORD = 8 }; /* RFC 3414, 11.2 */

struct credentials {
	struct credential *list;
	size_t count, capacity;
};

static const char *const versions[] = {
	[SNMP_V1] = "v1",
	[SNMP_V2C] = "v2c",
	[SNMP_V3] = "v3",
	NULL,
};
static const char *const auths[] = { "MD5", "SHA", "SHA-224", "SHA-256",
	"SHA-384", "SHA-512", NULL };
static const char *const privacies[] = { "DES", "AES", "AES-192", "AES-256",
	"AES-192-C", "AES-256-C", NULL };

static const struct yaml_field credential_fields[] = {
	{ "label", YAML_TEXT, .required = true },
	{ "version", YAML_CHOICE, .required = true, .choices = versions },
	{ "community", YAML_TEXT },
	{ "user", YAML_TEXT },
	{ "auth", YAML_CHOICE, .choices = auths },
	{ "auth_password", YAML_TEXT },
	{ "privacy", YAML_CHOICE, .choices = privacies },
	{ "privacy_password", YAML_TEXT },
	{ "context", YAML_TEXT },
	{ "prefixes", YAML_TEXTS },
	{ NULL },
};

static const struct yaml_field fields[] = {
	{ "credentials", YAML_RECORDS, .required = true,
		.fields = credential_fields },
	{ NULL },
};

/* What must come together, and what must not. */
static const struct {
	const char *field;
	const char *with; /* the field that asks for it; NULL: always */
	bool is_v3; /* else: v1 and v2c, which have communities */
	bool needed; /* else: has no meaning there */
} rules[] = {
	{ "community", NULL, false, true },
	{ "user", NULL, false, false },
	{ "auth", NULL, false, false },
	{ "auth_password", NULL, false, false },
	{ "privacy", NULL, false, false },
	{ "privacy_password", NULL, false, false },
	{ "context", NULL, false, false },
	{ "user", NULL, true, true },
	{ "community", NULL, true, false },
	{ "auth_password", "auth", true, true },
	{ "auth", "auth_password", true, true },
	{ "privacy_password", "privacy", true, true },
	{ "privacy", "privacy_password", true, true },
	{ "auth", "privacy", true, true },
};

static int
check_fields(const struct yaml_document *document, const struct yaml_node *item)
{
	const char *version = yaml_text(item, "version");
	bool is_v3 = strcmp(version, versions[SNMP_V3]) == 0;
	int mistakes = 0;

	for (size_t i = 0; i < COUNT(rules); i++) {
		bool there = yaml_text(item, rules[i].field) != NULL;

		if (is_v3 != rules[i].is_v3 || there == rules[i].needed ||
			(rules[i].with != NULL &&
				yaml_text(item, rules[i].with) == NULL))
			continue;
		yaml_complain(document, item, "%s: %s %s%s%s", rules[i].field,
			rules[i].needed ? "is missing for" : "has no place in",
			version, rules[i].with != NULL ? " with " : "",
			rules[i].with != NULL ? rules[i].with : "");
		mistakes++;
	}
	return mistakes;
}

static int
check_password(const struct yaml_document *document,
	const struct yaml_node *item, const char *field)
{
	const char *password = yaml_text(item, field);

	if (password == NULL || strlen(password) >= LEAST_PASSWORD)
		return 0;
	yaml_complain(document, yaml_get(item, field),
		"%s: shorter than %d characters, which SNMPv3 does not allow",
		field, LEAST_PASSWORD);
	return 1;
}

static int
check_label(const struct yaml_document *document, const struct yaml_node *item,
	const struct credentials *credentials)
{
	const char *label = yaml_text(item, "label");

	for (size_t i = 0; i + 1 < credentials->count; i++) {
		if (strcmp(credentials->list[i].label, label) != 0)
			continue;
		yaml_complain(document, item,
			"label: '%s' names another credential already", label);
		return 1;
	}
	return 0;
}

static const char *
copy(const struct yaml_node *item, const char *field)
{
	const char *text = yaml_text(item, field);

	return text == NULL ? NULL : memory_text(text);
}

static enum snmp_version
version_of(const char *word)
{
	enum snmp_version version = SNMP_V1;

	while (version < SNMP_V3 && strcmp(versions[version], word) != 0)
		version++;
	return version;
}

static struct credential *
add(struct credentials *credentials, const struct yaml_node *item)
{
	struct credential *one;

	credentials->list = memory_grown(credentials->list, credentials->count,
		&credentials->capacity, sizeof(*credentials->list));
	one = &credentials->list[credentials->count++];
	*one = (struct credential){
		.label = copy(item, "label"),
		.version = version_of(yaml_text(item, "version")),
		.community = copy(item, "community"),
		.user = copy(item, "user"),
		.auth = copy(item, "auth"),
		.auth_password = copy(item, "auth_password"),
		.privacy = copy(item, "privacy"),
		.privacy_password = copy(item, "privacy_password"),
		.context = copy(item, "context"),
	};
	return one;
}

static int
read_list(struct credentials *credentials, const struct yaml_document *document)
{
	const struct yaml_node *list =
		yaml_get(yaml_root(document), "credentials");
	const struct yaml_node *item = yaml_first(list);
	int mistakes = 0;

	for (; item != NULL; item = yaml_next(item)) {
		struct credential *one = add(credentials, item);

		mistakes += check_fields(document, item) +
			check_password(document, item, "auth_password") +
			check_password(document, item, "privacy_password") +
			check_label(document, item, credentials);
		if (prefix_list_read(&one->prefixes, document,
			    yaml_get(item, "prefixes")) != 0)
			mistakes++;
	}
	if (mistakes == 0 && credentials->count == 0) {
		yaml_complain(document, list, "credentials: the list is empty");
		mistakes++;
	}
	return mistakes == 0 ? 0 : -1;
}

/* The service manager shows a file there to one service alone, by lists of
 * access that the mode does not tell. */
static bool
is_handed_over(const char *path)
{
	const char *folder = getenv("CREDENTIALS_DIRECTORY");
	size_t length = folder != NULL ? strlen(folder) : 0;

	return length > 0 && strncmp(path, folder, length) == 0 &&
		path[length] == '/' && strstr(path, "/../") == NULL;
}

static int
check_mode(const char *path)
{
	struct stat status;

	if (stat(path, &status) != 0) {
		log_error("%s: %s", path, strerror(errno));
		return -1;
	}
	if ((status.st_mode & (S_IRWXG | S_IRWXO)) == 0 || is_handed_over(path))
		return 0;
	log_error("%s: holds passwords, but group or others may open it: "
		  "chmod 600 %s",
		path, path);
	return -1;
}

struct credentials *
credentials_read(const char *path)
{
	struct credentials *credentials;
	struct yaml_document *document;
	int result = -1;

	if (check_mode(path) != 0)
		return NULL;
	document = yaml_read_file(path);
	if (document == NULL)
		return NULL;
	credentials = memory_zeroed(sizeof(*credentials));
	if (yaml_check(document, fields) == 0)
		result = read_list(credentials, document);
	yaml_close(document);
	if (result == 0)
		return credentials;
	credentials_free(credentials);
	return NULL;
}

struct credentials *
credentials_of_community(const char *label, const char *community)
{
	struct credentials *credentials = memory_zeroed(sizeof(*credentials));

	credentials->list = memory_zeroed(sizeof(*credentials->list));
	credentials->count = credentials->capacity = 1;
	*credentials->list = (struct credential){
		.label = memory_text(label),
		.version = SNMP_V2C,
		.community = memory_text(community),
	};
	return credentials;
}

static void
wipe(const char *secret)
{
	char *bytes;

	if (secret == NULL)
		return;
	memcpy(&bytes, &secret, sizeof(bytes)); /* ours, though const */
	explicit_bzero(bytes, strlen(bytes));
	free(bytes);
}

void
credentials_free(struct credentials *credentials)
{
	if (credentials == NULL)
		return;
	for (size_t i = 0; i < credentials->count; i++) {
		struct credential *one = &credentials->list[i];
		const char *texts[] = { one->label, one->community, one->user,
			one->auth, one->auth_password, one->privacy,
			one->privacy_password, one->context };

		for (size_t k = 0; k < COUNT(texts); k++)
			wipe(texts[k]);
		prefix_list_free(&one->prefixes);
	}
	free(credentials->list);
	free(credentials);
}

size_t
credentials_count(const struct credentials *credentials)
{
	return credentials->count;
}

const struct credential *
credentials_at(const struct credentials *credentials, size_t position)
{
	return &credentials->list[position];
}

const struct credential *
credentials_find(const struct credentials *credentials, const char *label)
{
	for (size_t i = 0; i < credentials->count; i++)
		if (label != NULL &&
			strcmp(credentials->list[i].label, label) == 0)
			return &credentials->list[i];
	return NULL;
}

enum snmp_level
snmp_level(const struct credential *credential)
{
	if (credential->privacy != NULL)
		return SNMP_ENCRYPTED;
	return credential->auth != NULL ? SNMP_SIGNED : SNMP_UNSIGNED;
}

const char *
credential_level(const struct credential *credential)
{
	static const char *const words[] = {
		[SNMP_UNSIGNED] = "noAuthNoPriv",
		[SNMP_SIGNED] = "authNoPriv",
		[SNMP_ENCRYPTED] = "authPriv",
	};

	return credential->version == SNMP_V3 ? words[snmp_level(credential)]
					      : NULL;
}

char *
credential_in_context(const struct credential *credential, const char *context)
{
	struct text text = { 0 };

	if (credential->version == SNMP_V3)
		text_append(&text, context ?: credential->context ?: "");
	else
		text_format(&text, "%s%s%s", credential->community,
			context != NULL ? "@" : "", context ?: "");
	return text.bytes;
}
