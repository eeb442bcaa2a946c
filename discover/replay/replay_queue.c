/* replay_queue.c -- answers that wait until they are due.
 *
 * All are delayed alike unless an agent is slow, so a new one nearly always
 * belongs at the end. */
#include "replay_queue.h"

#include <stdlib.h>
#include <string.h>

#include "memory.h"

enum { FIRST_CAPACITY = 128, QUEUE_LIMIT = 65536 };

struct reply *
reply_at(const struct reply_queue *queue, size_t number)
{
	return &queue->replies[number & (queue->capacity - 1)];
}

static void
grow(struct reply_queue *queue)
{
	struct reply_queue larger = *queue;

	larger.capacity =
		queue->capacity == 0 ? FIRST_CAPACITY : 2 * queue->capacity;
	larger.replies =
		memory_zeroed(larger.capacity * sizeof(*larger.replies));
	for (size_t i = queue->sent; i < queue->queued; i++)
		*reply_at(&larger, i) = *reply_at(queue, i);
	free(queue->replies);
	*queue = larger;
}

void
reply_queue_free(struct reply_queue *queue)
{
	for (size_t i = 0; i < queue->capacity; i++)
		free(queue->replies[i].bytes);
	free(queue->replies);
}

struct reply *
reply_take_place(struct reply_queue *queue)
{
	size_t waiting = queue->queued - queue->sent;

	if (waiting == QUEUE_LIMIT)
		return NULL;
	if (waiting == queue->capacity)
		grow(queue);
	return reply_at(queue, queue->queued);
}

void
reply_write(struct reply *reply, struct octets message)
{
	reply->bytes = memory_resized(reply->bytes, message.length);
	memcpy(reply->bytes, message.bytes, message.length);
	reply->length = message.length;
}

void
reply_queue_up(struct reply_queue *queue)
{
	size_t at = queue->queued++;

	while (at > queue->sent &&
		reply_at(queue, at - 1)->due_ns > reply_at(queue, at)->due_ns) {
		struct reply later = *reply_at(queue, at - 1);

		*reply_at(queue, at - 1) = *reply_at(queue, at);
		*reply_at(queue, at--) = later;
	}
}
