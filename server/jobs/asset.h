/* asset.h -- how the server's own pages look: style sheets and scripts.
 *
 * They come from the templates and not from a snapshot, so that an archive
 * whose newest snapshot is old looks like the program that serves it. */
#ifndef SERVER_ASSET_H
#define SERVER_ASSET_H

#include <stdbool.h>
#include "jobs.h"

/* Whether a page may ask for it: "style.css". */
bool asset_is_known(const char *name);
/* "asset NAME" */
job_function job_asset;

#endif
