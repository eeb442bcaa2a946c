/* workers.h -- the processes that work for the server: one for what is soon
 * done, one for what takes long, so that nobody who searches waits for somebody
 * who compares.
 *
 * They may read the archive and the templates, and run what pictures are drawn
 * with; they hear from nobody but the server. */
#ifndef SERVER_WORKERS_H
#define SERVER_WORKERS_H

#include "desk.h"
#include "serve_options.h"

struct workers {
	struct worker *items[WORKER_COUNT];
};

/* They take over the catalogue as it is, and go on with it alone. -1 after
 * logging. */
int workers_start(struct workers *, const struct serve_settings *,
	const struct lockdown *, struct catalogue *);
void workers_stop(struct workers *);

#endif
