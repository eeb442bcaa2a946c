/* pump.h -- asks many questions, none of them too soon after another.
 *
 * The limits hold for what begins: so many questions a second in all, and so
 * many to one address. The resolvers count as one: they stand in for each
 * other. */
#ifndef DISCOVER_PUMP_H
#define DISCOVER_PUMP_H

#include <stddef.h>

#include "question.h"

struct pump_order {
	struct asking *asking;
	const struct question *questions;
	size_t count;
	int per_second, per_second_per_target;
	bool (*should_stop)(void);
};

/* Until all are answered: 0; -1 when stopped. What is under way then is
 * forgotten with the process. */
int pump_run(const struct pump_order *);

#endif
