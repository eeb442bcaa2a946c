/* spelling.c -- the distance of two words, in slips of the finger.
 *
 * That of Damerau and Levenshtein, over words short enough to be names of
 * fields. */
#include "spelling.h"

#include <string.h>

enum { LONGEST = 31 };

struct comparison {
	const char *a, *b;
	/* from the first [i] letters of a to the first [k] of b */
	int slips[LONGEST + 1][LONGEST + 1];
};

static int
least(int a, int b)
{
	return a < b ? a : b;
}

static int
slips_to(const struct comparison *these, int i, int k)
{
	const char *a = these->a, *b = these->b;
	int slips;

	if (i == 0 || k == 0)
		return i + k;
	slips = these->slips[i - 1][k - 1] + (a[i - 1] != b[k - 1]);
	slips = least(slips, these->slips[i - 1][k] + 1);
	slips = least(slips, these->slips[i][k - 1] + 1);
	if (i > 1 && k > 1 && a[i - 1] == b[k - 2] && a[i - 2] == b[k - 1])
		slips = least(slips, these->slips[i - 2][k - 2] + 1);
	return slips;
}

bool
words_are_near(const char *a, const char *b)
{
	struct comparison these = { .a = a, .b = b };
	size_t rows = strlen(a), columns = strlen(b);

	if (rows > LONGEST || columns > LONGEST)
		return false;
	if (strcasecmp(a, b) == 0)
		return true;
	if (rows < 3 || columns < 3)
		return false;
	for (int i = 0; i <= (int)rows; i++)
		for (int k = 0; k <= (int)columns; k++)
			these.slips[i][k] = slips_to(&these, i, k);
	return these.slips[rows][columns] <= (rows > 5 && columns > 5 ? 2 : 1);
}
