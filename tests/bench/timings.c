/* timings.c -- how long each rule and check of an analysis takes: loaded into
 * the program before SQLite (LD_PRELOAD), writes lines "MILLISECONDS NAME" to
 * standard error, each with "# time: " before it. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

typedef int opener(const char *, sqlite3 **, int, const char *);

/* INSERT INTO finding (...) SELECT * FROM (, a line, and "-- NAME: title". */
static void
tell(const char *sql, long long nanoseconds)
{
	const char *name = strstr(sql, "\n-- ");

	if (name != NULL &&
		(strncmp(sql, "INSERT INTO finding (rule", 25) == 0 ||
			strncmp(sql, "INSERT INTO status_check (", 26) == 0))
		fprintf(stderr, "# time: %lld %.*s\n", nanoseconds / 1000000,
			(int)strcspn(name + 4, ":"), name + 4);
}

static int
on_end(unsigned event, void *unused, void *statement, void *nanoseconds)
{
	(void)event;
	(void)unused;
	tell(sqlite3_sql(statement), *(sqlite3_int64 *)nanoseconds);
	return 0;
}

int
sqlite3_open_v2(const char *path, sqlite3 **handle, int flags, const char *vfs)
{
	opener *open_for_real;
	int status;

	*(void **)&open_for_real = dlsym(RTLD_NEXT, "sqlite3_open_v2");
	status = open_for_real(path, handle, flags, vfs);
	if (status == SQLITE_OK)
		sqlite3_trace_v2(*handle, SQLITE_TRACE_PROFILE, on_end, NULL);
	return status;
}
