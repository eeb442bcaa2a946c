/* http_answer.c -- the fields of an answer. */
#include <stdio.h>
#include <stdlib.h>

#include "http.h"

void
http_answer_field(
	struct http_answer *answer, const char *name, const char *format, ...)
{
	struct http_field *field = &answer->fields[answer->field_count];
	va_list arguments;

	if (answer->field_count == HTTP_FIELD_LIMIT)
		abort(); /* a bug: no answer has that many */
	va_start(arguments, format);
	if (vasprintf(&field->value, format, arguments) < 0)
		abort();
	va_end(arguments);
	field->name = name;
	answer->field_count++;
}
