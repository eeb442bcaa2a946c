/* log.c -- one line a message, on standard error, with the program's name. */
#include "log.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *program = "twinmap";
static int error_count;

enum level { LEVEL_ERROR, LEVEL_WARNING, LEVEL_INFO };

static const struct {
	const char *word;
	int priority; /* of syslog */
} levels[] = {
	[LEVEL_ERROR] = { "", 3 },
	[LEVEL_WARNING] = { "warning: ", 4 },
	[LEVEL_INFO] = { "", 6 },
};

static void print_line(enum level level, const char *format, va_list arguments)
	PRINTF_LIKE(2, 0);

void
log_set_program(const char *name)
{
	program = name;
}

const char *
log_program(void)
{
	return program;
}

int
log_error_count(void)
{
	return error_count;
}

/* Texts of devices and of SQL come along: what they hold must not end the line
 * or speak to the terminal. */
static void
make_one_line(char *line)
{
	for (char *byte = line; *byte != '\0'; byte++)
		if ((unsigned char)*byte < 0x20 || *byte == 0x7f)
			*byte = ' ';
}

/* The journal of systemd reads a priority at the start of a line. It says which
 * stream is its own: one that was redirected is not. */
static bool
is_journal(void)
{
	const char *stream = getenv("JOURNAL_STREAM");
	unsigned long long device, inode;
	struct stat status;

	return stream != NULL &&
		sscanf(stream, "%llu:%llu", &device, &inode) == 2 &&
		fstat(STDERR_FILENO, &status) == 0 && status.st_dev == device &&
		status.st_ino == inode;
}

static void
print_line(enum level level, const char *format, va_list arguments)
{
	char line[2048];
	char priority[8] = "";

	vsnprintf(line, sizeof(line), format, arguments);
	make_one_line(line);
	if (is_journal())
		snprintf(priority, sizeof(priority), "<%d>",
			levels[level].priority);
	fprintf(stderr, "%s%s: %s%s\n", priority, program, levels[level].word,
		line);
}

void
log_error(const char *format, ...)
{
	va_list arguments;

	error_count++;
	va_start(arguments, format);
	print_line(LEVEL_ERROR, format, arguments);
	va_end(arguments);
}

void
log_warning(const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	print_line(LEVEL_WARNING, format, arguments);
	va_end(arguments);
}

void
log_info(const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	print_line(LEVEL_INFO, format, arguments);
	va_end(arguments);
}
