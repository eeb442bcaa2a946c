/* descriptors.c -- how many files and sockets the process may have open.
 *
 * Each connection needs its socket and may send a file. */
#include "descriptors.h"

#include <sys/resource.h>

#include "log.h"

enum {
	RESERVED = 48, /* a burst, what listens, the archive */
	ANSWERS = 256, /* that are kept: the desk */
	USUAL = 1024,
};

int
descriptors_raise(int connections)
{
	struct rlimit limit;
	int wanted = 2 * connections + RESERVED + ANSWERS;

	if (getrlimit(RLIMIT_NOFILE, &limit) != 0)
		return USUAL;
	if (limit.rlim_max < (rlim_t)wanted)
		log_warning("only %d open files are allowed, %d are needed "
			    "for %d connections",
			(int)limit.rlim_max, wanted, connections);
	else
		limit.rlim_max = (rlim_t)wanted;
	limit.rlim_cur = limit.rlim_max;
	setrlimit(RLIMIT_NOFILE, &limit);
	return (int)limit.rlim_cur;
}

int
descriptors_room(int descriptors)
{
	int room = (descriptors - RESERVED) / 2;

	return room > 1 ? room : 1;
}
