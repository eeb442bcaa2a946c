/* copy.h -- a file's bytes, as they are, without holding all of them. */
#ifndef RENDER_COPY_H
#define RENDER_COPY_H

/* An existing `to` is replaced. -1 after logging. */
int copy_file(const char *from, const char *to);

#endif
