/* media.c -- what a file is, by the end of its name. */
#include "media.h"

#include <string.h>

#include "memory.h"

const char page_policy[] =
	"default-src 'none'; style-src 'self'; script-src 'self'; "
	"img-src 'self' data:; connect-src 'self'; base-uri 'none'; "
	"form-action 'self'; frame-ancestors 'none'";

/* A picture that is opened by itself is a document: it may run nothing. */
static const char picture_policy[] =
	"sandbox; default-src 'none'; style-src 'unsafe-inline'";

static const struct media known[] = {
	{ ".html", "text/html; charset=utf-8", page_policy },
	{ ".svg", "image/svg+xml", picture_policy },
	{ ".md", "text/markdown; charset=utf-8", NULL },
	{ ".css", "text/css; charset=utf-8", NULL },
	{ ".js", "text/javascript; charset=utf-8", NULL },
	{ ".json", "application/json", NULL },
	{ ".csv", "text/csv; charset=utf-8", NULL },
	{ ".dot", "text/vnd.graphviz; charset=utf-8", NULL },
	{ ".txt", "text/plain; charset=utf-8", NULL },
	{ "SHA256SUMS", "text/plain; charset=utf-8", NULL },
	{ ".png", "image/png", NULL },
	{ ".ico", "image/x-icon", NULL },
	{ ".pdf", "application/pdf", NULL },
	{ ".db", "application/vnd.sqlite3", NULL },
	{ ".gz", "application/gzip", NULL },
};

static const struct media bytes = { "", "application/octet-stream", NULL };

const struct media *
media_of(const char *path)
{
	size_t length = strlen(path);

	for (size_t i = 0; i < COUNT(known); i++) {
		size_t end = strlen(known[i].suffix);

		if (length >= end &&
			strcmp(path + length - end, known[i].suffix) == 0)
			return &known[i];
	}
	return &bytes;
}

const char *
media_policy(const char *type)
{
	for (size_t i = 0; i < COUNT(known); i++)
		if (strcmp(known[i].type, type) == 0)
			return known[i].policy;
	return NULL;
}
