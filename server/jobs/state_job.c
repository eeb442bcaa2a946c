/* state_job.c -- the topology.db of a snapshot: the work of sending it. */
#include "state_job.h"

int
job_state(const struct job_place *place, const char *id, FILE *answer)
{
	const char *path = state_path(place->states, id);
	FILE *state = path != NULL ? fopen(path, "re") : NULL;
	char piece[1 << 16];
	size_t length;
	bool is_whole;

	if (state == NULL)
		return -1;
	fputs("200 application/vnd.sqlite3\n", answer);
	while ((length = fread(piece, 1, sizeof(piece), state)) > 0)
		if (fwrite(piece, 1, length, answer) != length)
			break;
	is_whole = length == 0 && !ferror(state);
	fclose(state);
	return is_whole ? 0 : -1;
}
