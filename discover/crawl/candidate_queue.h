/* candidate_queue.h -- candidates that wait, first in, first out. */
#ifndef DISCOVER_CANDIDATE_QUEUE_H
#define DISCOVER_CANDIDATE_QUEUE_H

struct candidate;

struct candidate_queue {
	struct candidate *first;
	struct candidate **end; /* where the next one is linked */
};

void queue_clear(struct candidate_queue *);
/* Nothing, when it stands in a queue already. */
void queue_append(struct candidate_queue *, struct candidate *);
/* NULL when it is empty. */
struct candidate *queue_take(struct candidate_queue *);

#endif
