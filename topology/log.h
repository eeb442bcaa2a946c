/* log.h -- one line a message, on standard error, with the program's name.
 *
 * A message says what, where, and how to mend it. It is logged once, by the
 * function that knows the file name or the address. */
#ifndef TOPOLOGY_LOG_H
#define TOPOLOGY_LOG_H

#include "memory.h"

/* "twinmap discover", shown before each message. Set first thing in main. */
void log_set_program(const char *name);
const char *log_program(void);

void log_error(const char *format, ...) PRINTF_LIKE(1, 2);
void log_warning(const char *format, ...) PRINTF_LIKE(1, 2);
void log_info(const char *format, ...) PRINTF_LIKE(1, 2);

/* Errors logged so far: a program that logged one ends with status 1. */
int log_error_count(void);

#endif
