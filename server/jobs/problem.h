/* problem.h -- what went wrong, for programs: application/problem+json
 * (RFC 9457). */
#ifndef SERVER_PROBLEM_H
#define SERVER_PROBLEM_H

#include <stdio.h>

#include "memory.h"

extern const char problem_type[];

void problem_print(struct text *, int status, const char *detail);
/* As an answer of a job; always 0, for it is one. */
int problem_answer(FILE *, int status, const char *detail);

#endif
