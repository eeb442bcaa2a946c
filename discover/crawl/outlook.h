/* outlook.h -- what a run would do, in plain words on standard output; for
 * twinmap check. Secrets are never among the words. */
#ifndef DISCOVER_OUTLOOK_H
#define DISCOVER_OUTLOOK_H

#include <stdint.h>

struct credentials;
struct discover_config;
struct facts;

void outlook_crawl(const struct discover_config *, const struct credentials *);
/* `at`, seconds since 1970 UTC, says which phase is the current one. */
void outlook_facts(const struct facts *, int64_t at);

#endif
