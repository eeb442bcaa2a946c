/* settings.h -- what a crawl was told, as rows of topology.db. */
#ifndef DISCOVER_SETTINGS_H
#define DISCOVER_SETTINGS_H

struct discover_config;
struct store;

/* -1 after logging. */
int settings_store(struct store *, const struct discover_config *);

#endif
