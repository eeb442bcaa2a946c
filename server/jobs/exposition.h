/* exposition.h -- figures as Prometheus reads them: its text format 0.0.4.
 *
 *   exposition_family(&text, "twinmap_devices", "gauge", "Devices by class.");
 *   exposition_sample(&text, "twinmap_devices", labels, 24); */
#ifndef SERVER_EXPOSITION_H
#define SERVER_EXPOSITION_H

#include "memory.h"

extern const char exposition_type[]; /* the media type */

/* The lines before the samples of a name. */
void exposition_family(
	struct text *, const char *name, const char *type, const char *help);

struct exposition_label {
	const char *name; /* NULL ends them */
	const char *value; /* any text */
};

void exposition_sample(struct text *, const char *name,
	const struct exposition_label *, int64_t value);
/* In thousandths, as of milliseconds. */
void exposition_thousandths(struct text *, const char *name,
	const struct exposition_label *, int64_t value);

#endif
