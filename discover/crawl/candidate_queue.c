/* candidate_queue.c -- candidates that wait, first in, first out. */
#include "candidate_queue.h"

#include "candidates.h"

void
queue_clear(struct candidate_queue *queue)
{
	*queue = (struct candidate_queue){ NULL, &queue->first };
}

void
queue_append(struct candidate_queue *queue, struct candidate *candidate)
{
	if (candidate->is_queued)
		return;
	candidate->is_queued = true;
	candidate->next_waiting = NULL;
	*queue->end = candidate;
	queue->end = &candidate->next_waiting;
}

struct candidate *
queue_take(struct candidate_queue *queue)
{
	struct candidate *candidate = queue->first;

	if (candidate == NULL)
		return NULL;
	queue->first = candidate->next_waiting;
	if (queue->first == NULL)
		queue_clear(queue);
	candidate->is_queued = false;
	return candidate;
}
