/* answers.c -- redirects and errors. */
#include "answers.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "media.h"
#include "pages.h"

struct reason {
	int status;
	const char *title;
};

static const struct reason reasons[] = {
	{ 400, "Not understood" },
	{ 401, "Who are you?" },
	{ 403, "Not this way" },
	{ 404, "Not found" },
	{ 410, "Gone" },
	{ 405, "Not allowed" },
	{ 416, "No such part" },
	{ 421, "Another name" },
	{ 429, "Too many tries" },
	{ 500, "Not as published" },
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

void
answer_error(const struct http_request *request, struct http_answer *answer,
	int status, const char *sentence)
{
	struct text root = { 0 };

	append_root(&root, request);
	answer->status = status;
	http_answer_field(answer, "Content-Type", "text/html; charset=utf-8");
	http_answer_field(answer, "Content-Security-Policy", "%s", page_policy);
	http_answer_field(answer, "Cache-Control", "no-cache");
	page_sentence(&answer->body, root.bytes, title_of(status), sentence);
	text_free(&root);
}
