/* diagram_file.h -- a diagram file in memory; private to diagram*.c. */
#ifndef RENDER_DIAGRAM_FILE_H
#define RENDER_DIAGRAM_FILE_H

#include "context.h"
#include "diagram.h"
#include "graph.h"
#include "mustache.h"

struct part {
	struct part *next;
	enum graph_kind kind;
	struct tag rows; /* the section over its query */
	const char *label_name;
	struct mustache *label; /* or NULL */
};

struct diagram {
	struct arena *arena;
	struct context *context;
	struct variable variables[2]; /* :picture and the end */
	struct tag each;
	const char *picture; /* a pattern: site-:slug */
	const char *kind; /* the file's name without its ending */
	const char *heading; /* of the kind in lists, or NULL */
	int64_t order; /* of the kind in lists */
	int64_t together; /* so many may be drawn by one process */
	struct part *parts;
};

/* Reads without trying anything. NULL after logging. */
struct diagram *diagram_read(
	struct database *, const struct template_folders *, const char *path);

#endif
