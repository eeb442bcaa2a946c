/* offline.h -- a crawl of recordings, without a network. */
#ifndef DISCOVER_OFFLINE_H
#define DISCOVER_OFFLINE_H

struct discover_config;
struct offline;

/* Reads the config's recordings, and completes the config for them: they are
 * the engine's transport, each is a seed unless seeds were given, and the
 * scope is open unless one was given. NULL after logging; to be freed after
 * the crawl. */
struct offline *offline_create(struct discover_config *);
void offline_free(struct offline *);
/* What opens every recording; belongs to the caller. */
struct credentials *offline_credentials(void);

#endif
