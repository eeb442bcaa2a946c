/* news.h -- says in the log what was added to the archive while it is served.
 */
#ifndef SERVER_NEWS_H
#define SERVER_NEWS_H

#include <stddef.h>

struct archive;

struct news {
	size_t told; /* records of the archive's log */
};

/* What is served, at the start. */
void news_begin(struct news *, const struct archive *);
/* What came since; nothing most of the time. */
void news_tell(struct news *, const struct archive *);

#endif
