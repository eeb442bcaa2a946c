/* candidates.c -- every address that a crawl thinks of, each at most once.
 *
 * Waiting candidates stand in one queue. Of a group only one member, the
 * current one, is in the queue or being asked; when it is settled, or silent
 * for a while, the next waiting member takes its place. A member that was
 * settled while it stood in the queue is passed over.
 *
 * An agent may name as many addresses as it likes, and would have us ask them
 * for days: when many of one device or one group were silent, the others are
 * not asked. */
#include "candidates.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "candidate_queue.h"
#include "lookup.h"
#include "memory.h"

/* Silent addresses, after which the others are not asked any more. */
enum {
	SILENT_OF_GROUP = 16,
	SILENT_FOUND_ON_ONE = 16384,
};

struct candidate_group {
	struct candidate *members;
	struct candidate **last;
	struct candidate *current;
	int64_t device; /* all members belong to it; 0 unknown */
	bool is_shared; /* two devices answered to this name */
	int silent; /* so many of them gave no answer */
};

/* A device, and how many of the addresses it named gave no answer. */
struct finder {
	int silent;
};

struct candidates {
	struct arena *arena;
	struct lookup *by_address;
	struct lookup *groups;
	struct lookup *finders; /* row id -> struct finder */
	struct candidate *first;
	struct candidate **end;
	size_t count;
	size_t waiting;
	int level;
	struct candidate_queue queue, deeper; /* than the level */
};

struct candidates *
candidates_create(void)
{
	struct candidates *set = memory_zeroed(sizeof(*set));

	set->arena = arena_create();
	set->by_address = lookup_create();
	set->groups = lookup_create();
	set->finders = lookup_create();
	set->end = &set->first;
	queue_clear(&set->queue);
	queue_clear(&set->deeper);
	set->level = INT_MAX;
	return set;
}

void
candidates_free(struct candidates *set)
{
	if (set == NULL)
		return;
	lookup_free(set->by_address);
	lookup_free(set->groups);
	lookup_free(set->finders);
	arena_free(set->arena);
	free(set);
}

static void
enqueue(struct candidates *set, struct candidate *candidate)
{
	queue_append(candidate->depth > set->level ? &set->deeper : &set->queue,
		candidate);
}

static struct candidate_group *
group_named(struct candidates *set, const char *name)
{
	void **place = lookup_place(set->groups, name, strlen(name));
	struct candidate_group *group = *place;

	if (group != NULL)
		return group;
	group = arena_allocate(set->arena, sizeof(*group));
	group->last = &group->members;
	return *place = group;
}

static void
set_state(struct candidates *set, struct candidate *candidate,
	enum candidate_state state)
{
	if (candidate->state == CANDIDATE_WAITING)
		set->waiting--;
	if (state == CANDIDATE_WAITING)
		set->waiting++;
	candidate->state = state;
}

void
candidates_join(
	struct candidates *set, struct candidate *candidate, const char *name)
{
	struct candidate_group *group;

	if (name == NULL || candidate->group != NULL)
		return;
	group = group_named(set, name);
	candidate->group = group;
	*group->last = candidate;
	group->last = &candidate->next_of_group;
	if (group->current == NULL && candidate->state != CANDIDATE_DONE)
		group->current = candidate;
}

static struct candidate *
new_candidate(struct candidates *set, const struct discovery *discovery)
{
	struct candidate *candidate =
		arena_allocate(set->arena, sizeof(*candidate));

	candidate->ip = discovery->ip;
	candidate->found_by = discovery->found_by;
	candidate->found_on = discovery->found_on;
	candidate->is_seed = discovery->is_seed;
	candidate->depth = discovery->depth;
	candidate->state = CANDIDATE_WAITING;
	set->waiting++;
	set->count++;
	*set->end = candidate;
	set->end = &candidate->next;
	return candidate;
}

static void
take_device_of_group(struct candidates *set, struct candidate *candidate)
{
	candidate->device = candidate->group->device;
	candidates_settle(set, candidate, RESULT_SAME_DEVICE,
		"announced with its chassis id");
}

void
candidates_set_level(struct candidates *set, int level)
{
	struct candidate_queue waiting = set->deeper;
	struct candidate *candidate;

	set->level = level;
	queue_clear(&set->deeper);
	while ((candidate = queue_take(&waiting)) != NULL)
		enqueue(set, candidate);
}

/* Another way leads to it, or to the one that stands for its group, in fewer
 * steps. */
static void
come_nearer(struct candidates *set, struct candidate *candidate, int depth)
{
	bool was_deeper = candidate->depth > set->level;

	if (candidate->state != CANDIDATE_WAITING || depth >= candidate->depth)
		return;
	candidate->depth = depth;
	if (was_deeper && depth <= set->level)
		candidates_set_level(set, set->level);
}

struct candidate *
candidates_add(struct candidates *set, const struct discovery *discovery)
{
	void **place = lookup_place(set->by_address, discovery->ip.bytes,
		sizeof(discovery->ip.bytes));
	struct candidate *candidate = *place;
	bool is_new = candidate == NULL;

	if (is_new)
		*place = candidate = new_candidate(set, discovery);
	if (candidate->state == CANDIDATE_DONE)
		return candidate;
	come_nearer(set, candidate, discovery->depth);
	candidates_join(set, candidate, discovery->group);
	if (candidate->group != NULL && candidate->group->current != NULL)
		come_nearer(set, candidate->group->current, discovery->depth);
	if (candidate->state == CANDIDATE_WAITING && candidate->group != NULL &&
		candidate->group->device != 0)
		take_device_of_group(set, candidate);
	else if (is_new &&
		(candidate->group == NULL ||
			candidate->group->current == candidate))
		enqueue(set, candidate);
	return candidate;
}

struct candidate *
candidates_find(const struct candidates *set, const struct ip_address *ip)
{
	return lookup_find(set->by_address, ip->bytes, sizeof(ip->bytes));
}

void
candidates_settle_beyond(struct candidates *set, int depth, const char *detail)
{
	for (struct candidate *candidate = set->first; candidate != NULL;
		candidate = candidate->next)
		if (candidate->state == CANDIDATE_WAITING &&
			candidate->depth > depth)
			candidates_settle(
				set, candidate, RESULT_OUT_OF_SCOPE, detail);
}

/* Nobody answers at most of the addresses that it stands with. */
static bool
is_hopeless(const struct candidates *set, const struct candidate *candidate)
{
	const struct finder *finder = lookup_find(set->finders,
		&candidate->found_on, sizeof(candidate->found_on));

	if (candidate->group != NULL &&
		candidate->group->silent >= SILENT_OF_GROUP)
		return true;
	return finder != NULL && finder->silent >= SILENT_FOUND_ON_ONE;
}

static bool
is_to_be_asked(struct candidates *set, struct candidate *candidate)
{
	if (candidate->state != CANDIDATE_WAITING)
		return false;
	if (!is_hopeless(set, candidate))
		return true;
	candidates_settle(set, candidate, RESULT_NOT_ASKED,
		"too many found with it are silent");
	return false;
}

struct candidate *
candidates_next(struct candidates *set)
{
	struct candidate *candidate = queue_take(&set->queue);

	while (candidate != NULL && !is_to_be_asked(set, candidate))
		candidate = queue_take(&set->queue);
	if (candidate != NULL)
		set_state(set, candidate, CANDIDATE_ASKED);
	return candidate;
}

void
candidates_hold(struct candidates *set, struct candidate *candidate)
{
	set_state(set, candidate, CANDIDATE_HELD);
}

void
candidates_walk(struct candidates *set, struct candidate *candidate)
{
	set_state(set, candidate, CANDIDATE_WALKED);
}

void
candidates_return(struct candidates *set, struct candidate *candidate)
{
	set_state(set, candidate, CANDIDATE_WAITING);
	enqueue(set, candidate);
}

/* To the next waiting member. */
static void
advance_group(struct candidates *set, struct candidate_group *group)
{
	struct candidate *next = group->current->next_of_group;

	while (next != NULL && next->state != CANDIDATE_WAITING)
		next = next->next_of_group;
	group->current = next;
	if (next != NULL)
		enqueue(set, next);
}

void
candidates_pass_on(struct candidates *set, struct candidate *candidate)
{
	if (candidate->group != NULL && candidate->group->current == candidate)
		advance_group(set, candidate->group);
}

static void
count_silent(struct candidates *set, const struct candidate *candidate)
{
	void **place = lookup_place(set->finders, &candidate->found_on,
		sizeof(candidate->found_on));
	struct finder *finder = *place;

	if (finder == NULL)
		*place = finder = arena_allocate(set->arena, sizeof(*finder));
	if (candidate->found_on != 0) /* seeds were found on none */
		finder->silent++;
	if (candidate->group != NULL)
		candidate->group->silent++;
}

void
candidates_settle(struct candidates *set, struct candidate *candidate,
	enum candidate_result result, const char *detail)
{
	set_state(set, candidate, CANDIDATE_DONE);
	candidate->result = result;
	candidate->detail = arena_text(set->arena, detail);
	if (result == RESULT_NO_ANSWER)
		count_silent(set, candidate);
	candidates_pass_on(set, candidate);
}

void
candidates_group_is(struct candidates *set, const char *name, int64_t device)
{
	struct candidate_group *group = group_named(set, name);

	if (group->device != 0 && group->device != device)
		group->is_shared = true;
	group->device = group->is_shared ? 0 : device;
	if (group->device == 0)
		return;
	for (struct candidate *member = group->members; member != NULL;
		member = member->next_of_group)
		if (member->state == CANDIDATE_WAITING)
			take_device_of_group(set, member);
}

const struct candidate *
candidates_first(const struct candidates *set)
{
	return set->first;
}

size_t
candidates_count(const struct candidates *set)
{
	return set->count;
}

size_t
candidates_waiting(const struct candidates *set)
{
	return set->waiting;
}

const char *
candidate_result_text(enum candidate_result result)
{
	static const char *const texts[] = {
		[RESULT_NOT_ASKED] = "not asked",
		[RESULT_ANSWERED] = "answered",
		[RESULT_SAME_DEVICE] = "same device",
		[RESULT_NO_ANSWER] = "no answer",
		[RESULT_OUT_OF_SCOPE] = "out of scope",
	};

	return texts[result];
}
