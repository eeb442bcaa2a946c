/* resume.h -- goes on with the file that an interrupted run left behind.
 *
 * A file tells of one run with one scope. So whoever goes on must say the same
 * about whom to ask and how much to read; only the pace may be another: an
 * interrupted crawl was often too fast or too slow. */
#ifndef DISCOVER_RESUME_H
#define DISCOVER_RESUME_H

struct crawl;
struct database;
struct discover_config;
struct store;

/* NULL after logging why there is nothing to go on with. */
struct database *resume_open(
	const char *partial, const struct discover_config *);
/* Writes the settings anew; -1 after logging which ones differ. */
int resume_settings(
	struct database *, struct store *, const struct discover_config *);
/* The devices of the file are known and not asked again, and what they speak of
 * is followed as if they were read just now. -1 after logging. */
int resume_devices(struct crawl *);

#endif
