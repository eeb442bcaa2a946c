/* log.c -- one line a message, on standard error, with the program's name. */
#include "log.h"

#include <stdio.h>

static const char *program = "twinmap";
static int error_count;

static void print_line(const char *level, const char *format, va_list arguments)
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

static void
print_line(const char *level, const char *format, va_list arguments)
{
	char line[2048];

	vsnprintf(line, sizeof(line), format, arguments);
	make_one_line(line);
	fprintf(stderr, "%s: %s%s\n", program, level, line);
}

void
log_error(const char *format, ...)
{
	va_list arguments;

	error_count++;
	va_start(arguments, format);
	print_line("", format, arguments);
	va_end(arguments);
}

void
log_warning(const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	print_line("warning: ", format, arguments);
	va_end(arguments);
}

void
log_info(const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	print_line("", format, arguments);
	va_end(arguments);
}
