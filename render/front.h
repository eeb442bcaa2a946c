/* front.h -- a template file: front matter in YAML, then its body.
 *
 *   ---
 *   title: Devices
 *   queries:
 *     devices: |
 *       SELECT ... ORDER BY ...
 *   ---
 *   body
 *
 * A file without front matter is all body. */
#ifndef RENDER_FRONT_H
#define RENDER_FRONT_H

#include "context.h"
#include "yaml.h"

struct front {
	struct yaml_document *yaml; /* NULL: there is none */
	const char *body;
	struct place place; /* of the body's first line */
};

/* Texts live in the arena, the YAML until front_close. -1 after logging. */
int front_read(struct arena *, const char *path, struct front *);
void front_close(struct front *);

/* Adds what stands below `queries:` and, as query "each", below `each:`. */
int front_add_queries(const struct front *, struct context *);

#endif
