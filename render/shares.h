/* shares.h -- one work in several processes, each of which does its share. */
#ifndef RENDER_SHARES_H
#define RENDER_SHARES_H

typedef int share_function(void *data, int share);

/* Does share 0 here and `count` - 1 others beside it; -1 when one of them
 * failed. What is wrong for all is told once: the others are heard only when
 * this one succeeds. They may use no connection to a database that was open
 * before. */
int shares_run(int count, share_function *, void *data);

#endif
