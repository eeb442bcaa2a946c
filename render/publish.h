/* publish.h -- a folder that takes another's place when it is complete. */
#ifndef RENDER_PUBLISH_H
#define RENDER_PUBLISH_H

/* Makes an empty draft. An output folder that is there is refused unless a file
 * `mark` in it shows that it is of the same kind. Each -1 after logging. */
int publish_begin(const char *output, const char *draft, const char *mark);
/* The draft becomes the output, the old output is removed. */
int publish_end(const char *output, const char *draft);
void publish_cancel(const char *draft);

#endif
