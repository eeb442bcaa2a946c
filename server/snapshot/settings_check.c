/* settings_check.c -- what is missing or wrong in what 'twinmap snapshot' is
 * told: all that a step would refuse when hours have passed. */
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "archive.h"
#include "facts.h"
#include "log.h"
#include "memory.h"
#include "settings.h"
#include "yaml.h"

static const enum word needed[] = { ARCHIVE, WORK };

static int
check_needed(const struct settings *settings)
{
	int result = 0;

	for (size_t i = 0; i < COUNT(needed); i++) {
		const char *name = word_name(needed[i]);

		if (settings->words[needed[i]] != NULL)
			continue;
		log_error("which %s? give --%s DIR, or %s: in the file of "
			  "--config",
			name, name, name);
		result = -1;
	}
	if (settings->words[DISCOVER] == NULL &&
		settings->words[RECORDINGS] == NULL) {
		log_error("whom to ask? give --discover FILE, or discover: in "
			  "the file of --config");
		result = -1;
	}
	return result;
}

static bool
is_kind(const char *word)
{
	return snapshot_kind(word) >= 0;
}

/* What the last step would refuse. */
static const struct {
	enum word word;
	bool (*is_good)(const char *word);
	const char *complaint;
} publishable[] = {
	{ KIND, is_kind, "is neither state, phase-close nor final" },
	{ TAG, tag_is_valid,
		"cannot be a tag: letters, digits, '.', '_', '-', and no id" },
	{ NOTE, text_is_noteworthy,
		"is not one line of UTF-8 text, up to 2000 bytes" },
};

static int
check_words(const struct settings *settings)
{
	const char *const *words = settings->words;
	int result = 0;

	for (size_t i = 0; i < COUNT(publishable); i++) {
		const char *word = words[publishable[i].word];

		if (word == NULL || publishable[i].is_good(word))
			continue;
		log_error("%s: '%s' %s", word_name(publishable[i].word), word,
			publishable[i].complaint);
		result = -1;
	}
	if (words[TAG] == NULL && words[PHASE] != NULL &&
		!tag_is_valid(words[PHASE])) {
		log_error("phase: '%s' cannot be a tag; give one with tag",
			words[PHASE]);
		result = -1;
	}
	return result;
}

static bool
is_signed(const struct facts *facts, const char *page)
{
	const struct yaml_node *signoff =
		yaml_first(yaml_get(facts_root(facts), "signoffs"));

	for (; signoff != NULL; signoff = signoff->next)
		if (strcmp(yaml_text(signoff, "page"), page) == 0)
			return true;
	return false;
}

/* What 'archive add' asks of the state that a rollout ends with. */
static int
check_signatures(const char *path, const char *phase)
{
	const char *const pages[] = { phase, "final" };
	struct facts *facts = facts_read(path);
	int result = facts != NULL ? 0 : -1;

	for (size_t i = 0; facts != NULL && i < COUNT(pages); i++)
		if (!is_signed(facts, pages[i])) {
			log_error("kind: a final state needs '%s' among the "
				  "signoffs of %s",
				pages[i], path);
			result = -1;
		}
	facts_free(facts);
	return result;
}

static int
check_kind(const struct settings *settings)
{
	const char *const *words = settings->words;
	int kind =
		words[KIND] != NULL ? snapshot_kind(words[KIND]) : KIND_STATE;

	if (kind == KIND_STATE)
		return 0;
	if (words[PHASE] == NULL) {
		log_error("kind: a state that is %s is of a phase; give one "
			  "with phase",
			words[KIND]);
		return -1;
	}
	if (kind != KIND_FINAL)
		return 0;
	if (words[FACTS] != NULL)
		return check_signatures(words[FACTS], words[PHASE]);
	log_error("kind: a final state needs signoffs; give --facts FILE");
	return -1;
}

static int
check_replaced(const struct settings *settings)
{
	struct archive archive;
	int result;

	if (settings->words[REPLACES] == NULL)
		return 0;
	if (archive_open(&archive, settings->words[ARCHIVE]) != 0)
		return -1;
	result = archive_resolve(&archive, settings->words[REPLACES]) != NULL
		? 0
		: -1;
	archive_close(&archive);
	return result;
}

static int
check_paths(const struct settings *settings)
{
	int result = 0;

	for (enum word word = DISCOVER; word < PATH_WORDS; word++) {
		const char *path = settings->words[word];

		if (path == NULL || access(path, R_OK) == 0)
			continue;
		log_error("%s: %s cannot be read: %s", word_name(word), path,
			strerror(errno));
		result = -1;
	}
	return result;
}

int
settings_check(const struct settings *settings)
{
	if (check_needed(settings) != 0 || check_words(settings) != 0 ||
		check_paths(settings) != 0 || check_kind(settings) != 0)
		return -1;
	return check_replaced(settings);
}
