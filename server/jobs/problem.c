/* problem.c -- what went wrong, for programs: RFC 9457. */
#include "problem.h"

#include "http.h"
#include "manifest.h"

const char problem_type[] = "application/problem+json";

void
problem_print(struct text *text, int status, const char *detail)
{
	text_append(text, "{\"type\": \"about:blank\", \"title\": ");
	json_quote(text, http_reason(status));
	text_format(text, ", \"status\": %d, \"detail\": ", status);
	if (json_quote(text, detail) != 0) /* the request was no UTF-8 */
		text_append(text, "null");
	text_append(text, "}\n");
}

int
problem_answer(FILE *answer, int status, const char *detail)
{
	struct text problem = { 0 };

	problem_print(&problem, status, detail);
	fprintf(answer, "%d %s\n%s", status, problem_type, problem.bytes);
	text_free(&problem);
	return 0;
}
