/* archive_options.h -- the options of 'twinmap archive', a table for each set
 * of verbs that take the same. */
#ifndef SERVER_ARCHIVE_OPTIONS_H
#define SERVER_ARCHIVE_OPTIONS_H

#include <stdbool.h>
#include <stdint.h>

#include "archive_verbs.h"
#include "options.h"
#include "retention.h"

struct settings {
	struct addition addition;
	struct retention retention;
	const char *by; /* who notes or signs; NULL: nobody said */
	const char *type; /* of objects; NULL: all */
	const char *note;
	int64_t at; /* 0: the present */
	bool as_json;
	bool dry_run;
	bool compress;
};

struct option_set {
	const struct option_rule *rules;
	int count;
};

extern const struct option_set add_options;
extern const struct option_set print_options;
extern const struct option_set search_options;
extern const struct option_set tag_options;
extern const struct option_set note_options;
extern const struct option_set prune_options;
extern const struct option_set export_options;
extern const struct option_set import_options;

#endif
