/* split.c -- where to cut a long column, so that its parts are read at once.
 *
 * Nothing is known of what a table is indexed by: VLANs, interfaces, MACs and
 * addresses are all numbers, and which of them move shows in the cells that
 * came. Nobody knows where a column ends, so the first guess goes as far
 * beyond the newest cell as that is from the first one: each hit doubles the
 * next step. Where the end is known, as the next range begins there, the gap
 * is cut in the middle. */
#include "split.h"

#include <string.h>

#include "table.h"

static size_t
common_length(struct snmp_name a, struct snmp_name b)
{
	size_t shorter = a.length < b.length ? a.length : b.length;
	size_t i = 0;

	while (i < shorter && a.ids[i] == b.ids[i])
		i++;
	return i;
}

/* How the guess begins, up to `at`, where it has this number; its length. */
static size_t
guess_is(const struct gap *gap, size_t at, uint32_t number,
	uint32_t ids[OID_IDS])
{
	memcpy(ids, gap->newest.ids, at * sizeof(*ids));
	ids[at] = number;
	return at + 1;
}

/* As far again as it has come, in the number that moves; of those at `least`
 * and behind it. */
static size_t
guess_beyond(const struct gap *gap, size_t least, uint32_t ids[OID_IDS])
{
	size_t at = common_length(gap->first, gap->newest);
	uint32_t number, step;

	if (at < least)
		at = least;
	if (at >= gap->newest.length)
		return 0;
	number = gap->newest.ids[at];
	step = at == common_length(gap->first, gap->newest) &&
			at < gap->first.length
		? number - gap->first.ids[at]
		: number;
	if (step == 0)
		step = 1;
	if (number > UINT32_MAX - step)
		return 0;
	return guess_is(gap, at, number + step, ids);
}

static size_t
guess(const struct gap *gap, uint32_t ids[OID_IDS])
{
	size_t at = common_length(gap->newest, gap->below);
	uint32_t width;

	if (gap->below.length == 0)
		return guess_beyond(gap, 0, ids);
	if (at >= gap->newest.length || at >= gap->below.length)
		return 0;
	width = gap->below.ids[at] - gap->newest.ids[at];
	if (width > 1)
		return guess_is(gap, at, gap->newest.ids[at] + width / 2, ids);
	if (gap->below.length > at + 1)
		return guess_is(gap, at, gap->below.ids[at], ids);
	return guess_beyond(gap, at + 1, ids);
}

bool
gap_guess(const struct gap *gap, uint32_t ids[OID_IDS], size_t *length)
{
	*length = guess(gap, ids);
	return *length > 0;
}

/* ---- the widest range ------------------------------------------------- */

static struct gap
gap_of(const struct range *range)
{
	const struct column *column = range->column;
	struct gap gap = { cells_first_index(&range->cells),
		range->cells.last_index, range->below };

	/* A guess that it has passed by meanwhile says nothing. */
	if (name_compare(gap.below, gap.newest) <= 0)
		gap.below.length = 0;
	if (gap.below.length == 0 && range->behind != NULL)
		gap.below = cells_first_index(&range->behind->cells);
	if (gap.below.length == 0)
		gap.first = cells_first_index(&column->first.cells);
	return gap;
}

/* By the first number in which its ends differ, then by how much. */
static uint64_t
width_of(const struct gap *gap)
{
	size_t at = common_length(gap->newest, gap->below);

	if (gap->below.length == 0)
		return UINT64_MAX;
	if (name_compare(gap->newest, gap->below) >= 0 ||
		at >= gap->newest.length)
		return 0;
	return (uint64_t)(OID_IDS - at) << 32 |
		(gap->below.ids[at] - gap->newest.ids[at]);
}

static bool
can_be_split(const struct range *range)
{
	return !range->ended && range->cells.count > 0 &&
		range->caution == CAUTION_NONE &&
		(range->behind == NULL || !range_is_guess(range->behind));
}

struct widest {
	struct range *range;
	struct gap gap;
	uint64_t width;
};

static void
look_for_widest(struct column *column, struct widest *widest)
{
	for (struct range *range = &column->first; range != NULL;
		range = range->behind) {
		struct gap gap;

		if (!can_be_split(range))
			continue;
		gap = gap_of(range);
		if (width_of(&gap) > widest->width)
			*widest = (struct widest){ range, gap, width_of(&gap) };
	}
}

struct range *
split_widest(struct column *long_columns)
{
	struct widest widest = { NULL };
	struct arena *arena;
	uint32_t ids[OID_IDS];
	size_t length;

	for (struct column *column = long_columns; column != NULL;
		column = column->next_long)
		if (!column->ended && column->table->guesses_left > 0)
			look_for_widest(column, &widest);
	if (widest.range == NULL || !gap_guess(&widest.gap, ids, &length))
		return NULL;
	arena = widest.range->column->table->order->arena;
	return range_split(widest.range,
		(struct snmp_name){
			arena_copy(arena, ids, length * sizeof(*ids)),
			length });
}
