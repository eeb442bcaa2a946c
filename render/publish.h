/* publish.h -- a folder that takes another's place when it is complete. */
#ifndef RENDER_PUBLISH_H
#define RENDER_PUBLISH_H

/* Makes an empty draft; refuses an output folder that is no site of ours.
 * Each -1 after logging. */
int publish_begin(const char *output, const char *draft);
/* The draft becomes the output, the old output is removed. */
int publish_end(const char *output, const char *draft);
void publish_cancel(const char *draft);

#endif
