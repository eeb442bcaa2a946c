/* pages.c -- a page of one sentence, for what went wrong or has to wait.
 *
 * All else that the server shows comes from templates; this must work without
 * any. Its head is that of templates/archive/layout.html, but names nobody: who
 * may not come in sees it too. */
#include "pages.h"

#include "plain.h"

static const char before_title[] =
	"<!doctype html>\n<html lang=\"en\">\n<head>\n"
	"<meta charset=\"utf-8\">\n"
	"<meta name=\"viewport\" "
	"content=\"width=device-width, initial-scale=1\">\n"
	"<meta name=\"color-scheme\" content=\"light dark\">\n"
	"<title>";

/* Six times the root. */
static const char behind_title[] =
	"</title>\n"
	"<link rel=\"stylesheet\" href=\"%sassets/style.css\">\n"
	"<link rel=\"stylesheet\" href=\"%sassets/archive.css\">\n"
	"</head>\n<body>\n"
	"<a class=\"skip\" href=\"#content\">Skip to the page</a>\n"
	"<header>\n"
	"<nav aria-label=\"Archive\">\n<ul>\n"
	"<li><a href=\"%s\">Timeline</a></li>\n"
	"<li><a href=\"%slatest/index.html\">Newest state</a></li>\n"
	"<li><a href=\"%sdiff\">Compare</a></li>\n"
	"</ul>\n</nav>\n"
	"<form class=\"search\" action=\"%ssearch\" method=\"get\" "
	"role=\"search\">\n"
	"<label><span>Search all states</span> <input type=\"search\" "
	"name=\"q\" placeholder=\"name, address, prefix, MAC, serial\">"
	"</label>\n<button>Search</button>\n</form>\n"
	"</header>\n";

void
page_sentence(struct text *page, const char *to_root, const char *title,
	const char *sentence)
{
	struct text escaped = { 0 };
	const char *root;

	escape_markup(&escaped, to_root[0] != '\0' ? to_root : "./");
	root = escaped.bytes;
	text_append(page, before_title);
	escape_markup(page, title);
	text_format(page, behind_title, root, root, root, root, root, root);
	text_append(page, "<main id=\"content\">\n<h1>");
	escape_markup(page, title);
	text_append(page, "</h1>\n<p>");
	escape_markup(page, sentence);
	text_append(page, "</p>\n</main>\n</body>\n</html>\n");
	text_free(&escaped);
}
