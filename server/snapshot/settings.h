/* settings.h -- what 'twinmap snapshot' is told: the command line, then a YAML
 * file for what the command line does not say.
 *
 *   archive: /srv/twinmap/archive
 *   work: /var/lib/twinmap/work    # what a run that fails leaves is there
 *   discover: discover.yaml        # seeds, scope, limits (twinmap discover)
 *   credentials: credentials.yaml  # instead of those that it names
 *   recordings: recordings         # are asked, not the network
 *   facts: facts.yaml
 *   templates: templates           # rules, checks, pages of one's own
 *   notes: notes
 *   phase: p2                      # declared; without it there is none
 *   tag: p2                        # the phase unless said
 *   kind: state                    # phase-close, final
 *   note: after the new firewall
 *   formats: png,pdf               # pictures besides SVG and DOT
 *   url: https://twin.example.net/ # where the archive is served
 *   incomplete: refuse             # a crawl that was cut short; publish
 *   probe:                         # options of twinmap probe, and
 *     when: asked                  # the facts name what to ask; always, never
 *     vantage: collector
 *     traffic: 300
 *   limits: { discover: 7200 }     # seconds for a step (steps.h)
 *   retention: { last: 14, daily: 30, weekly: 26, monthly: all } # then prunes
 *
 * Paths in the file are seen from the file's folder. */
#ifndef SERVER_SETTINGS_H
#define SERVER_SETTINGS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "steps.h"

struct arena;

/* Options that a section of the file hands on to a program. */
struct handed_on {
	const char *option; /* "--target-rate" */
	const char *value;
};

enum { HANDED_ON_LIMIT = 16 };

enum probing { PROBE_ASKED, PROBE_ALWAYS, PROBE_NEVER };

struct settings {
	struct arena *arena; /* of what the file says */
	const char *file; /* NULL: there is none */
	const char *words[WORD_COUNT]; /* NULL: not said */
	/* of a program, by its step; an option of NULL behind the last */
	struct handed_on handed_on[STEP_COUNT][HANDED_ON_LIMIT + 1];
	int64_t seconds[STEP_COUNT]; /* that a step may take */
	enum probing probing;
	bool publishes_incomplete;
	bool prunes;
	bool resumes;
	bool is_dry;
};

/* Ends the program with status 2 for a wrong command line; -1 after logging
 * every mistake of the file, or what is missing in both. */
int settings_read(struct settings *, int argc, char **argv);
/* Whether all is there that is needed, and good; -1 after logging. */
int settings_check(const struct settings *);
/* What the file says, for what nobody said before. */
int settings_read_file(struct settings *, const char *path);
void settings_free(struct settings *);

/* The names that words have in the file; NULL for those that it cannot say. */
const char *word_name(enum word);

#endif
