/* pages.c -- a page of one sentence, for what went wrong or has to wait.
 *
 * All else that the server shows comes from templates; this must work without
 * any. */
#include "pages.h"

#include "plain.h"

static void
page_begin(struct text *page, const char *root, const char *title)
{
	text_append(page,
		"<!doctype html>\n<html lang=\"en\">\n<head>\n"
		"<meta charset=\"utf-8\">\n<meta name=\"viewport\" "
		"content=\"width=device-width, initial-scale=1\">\n"
		"<meta name=\"color-scheme\" content=\"light dark\">\n<title>");
	escape_markup(page, title);
	text_append(page, "</title>\n<link rel=\"stylesheet\" href=\"");
	escape_markup(page, root);
	text_append(page,
		"assets/style.css\">\n</head>\n<body>\n"
		"<header>\n<p class=\"brand\"><a href=\"");
	escape_markup(page, root[0] != '\0' ? root : "./");
	text_append(page,
		"\">Snapshots</a></p>\n</header>\n"
		"<main id=\"content\">\n<h1>");
	escape_markup(page, title);
	text_append(page, "</h1>\n");
}

void
page_sentence(struct text *page, const char *root, const char *title,
	const char *sentence)
{
	page_begin(page, root, title);
	text_append(page, "<p>");
	escape_markup(page, sentence);
	text_append(page, "</p>\n</main>\n</body>\n</html>\n");
}
