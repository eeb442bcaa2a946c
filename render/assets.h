/* assets.h -- what pages need beside themselves: style sheets, scripts. */
#ifndef RENDER_ASSETS_H
#define RENDER_ASSETS_H

#include "template_folders.h"

/* Copies each file of the template folders that matches the shell pattern; the
 * first folder wins. -1 after logging. */
int assets_copy(
	const struct template_folders *, const char *pattern, const char *to);

#endif
