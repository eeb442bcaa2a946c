/* answers.c -- redirects and errors. */
#include "answers.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "media.h"
#include "pages.h"
#include "problem.h"

struct reason {
	int status;
	const char *title;
};

static const struct reason reasons[] = {
	{ 400, "Not understood" },
	{ 401, "Who are you?" },
	{ 403, "Not this way" },
	{ 404, "Not found" },
	{ 405, "Not allowed" },
	{ 410, "Gone" },
	{ 414, "Too long" },
	{ 416, "No such part" },
	{ 421, "Another name" },
	{ 429, "Too many tries" },
	{ 500, "Something is wrong" },
	{ 503, "Not now" },
	{ 504, "Took too long" },
};

static const char *
title_of(int status)
{
	for (size_t i = 0; i < COUNT(reasons); i++)
		if (reasons[i].status == status)
			return reasons[i].title;
	return "Error";
}

void
append_root(struct text *text, const struct http_request *request)
{
	text_append(text, "");
	for (const char *c = request->path + 1; *c != '\0'; c++)
		if (*c == '/')
			text_append(text, "../");
}

static void
append_url(struct text *text, const char *path)
{
	for (; *path != '\0'; path++) {
		if (isalnum((unsigned char)*path) || strchr("/._~-", *path))
			text_append_bytes(text, path, 1);
		else
			text_format(text, "%%%02X", (unsigned char)*path);
	}
}

void
answer_redirect(const struct http_request *request, struct http_answer *answer,
	const char *target)
{
	struct text location = { 0 };

	append_root(&location, request);
	append_url(&location, target);
	answer->status = 302;
	http_answer_field(answer, "Location", "%s", location.bytes);
	http_answer_field(answer, "Cache-Control", "no-cache");
	text_free(&location);
}

static void
show_sentence(const struct http_request *request, struct http_answer *answer,
	const char *sentence)
{
	struct text root = { 0 };

	append_root(&root, request);
	http_answer_field(answer, "Content-Type", "text/html; charset=utf-8");
	http_answer_field(answer, "Content-Security-Policy", "%s", page_policy);
	page_sentence(
		&answer->body, root.bytes, title_of(answer->status), sentence);
	text_free(&root);
}

static bool
is_for_programs(const struct http_request *request)
{
	static const char below[] = "/api/";

	return strncmp(request->path, below, strlen(below)) == 0;
}

void
answer_error(const struct http_request *request, struct http_answer *answer,
	int status, const char *sentence)
{
	answer->status = status;
	http_answer_field(answer, "Cache-Control", "no-cache");
	if (is_for_programs(request)) {
		http_answer_field(answer, "Content-Type", "%s", problem_type);
		problem_print(&answer->body, status, sentence);
	} else {
		show_sentence(request, answer, sentence);
	}
}

const char keep_for_ever[] = "max-age=31536000, immutable";

void
answer_missing(const struct http_request *request, struct http_answer *answer,
	const struct publication *publication)
{
	if (publication == NULL)
		answer_error(request, answer, 404,
			"The archive holds no such snapshot.");
	else
		answer_error(request, answer, 410,
			"This snapshot was pruned: only its manifest is left "
			"in the archive.");
}
