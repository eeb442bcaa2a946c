/* capture.h -- for tests: what was logged on standard error.
 *
 * Include after cmocka.h. capture_begin sends standard error to a file; the
 * two others put it back and look at what came. */
#ifndef TESTS_CAPTURE_H
#define TESTS_CAPTURE_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int capture_saved = -1;
static FILE *capture_file;

static inline void
capture_begin(void)
{
	fflush(stderr);
	capture_file = tmpfile();
	capture_saved = dup(STDERR_FILENO);
	if (capture_file == NULL || capture_saved < 0)
		fail_msg("standard error cannot be captured");
	dup2(fileno(capture_file), STDERR_FILENO);
}

/* The text that came, cut at the size of `text`. */
static inline void
capture_end(char *text, size_t size)
{
	size_t length;

	fflush(stderr);
	dup2(capture_saved, STDERR_FILENO);
	close(capture_saved);
	rewind(capture_file);
	length = fread(text, 1, size - 1, capture_file);
	text[length] = '\0';
	fclose(capture_file);
}

static inline void
capture_holds(const char *expected)
{
	char text[8192];

	capture_end(text, sizeof(text));
	if (strstr(text, expected) == NULL)
		fail_msg("expected '%s', got '%s'", expected, text);
}

static inline int
capture_lines(void)
{
	char text[8192];
	int lines = 0;

	capture_end(text, sizeof(text));
	for (const char *byte = text; *byte != '\0'; byte++)
		lines += *byte == '\n';
	return lines;
}

#endif
