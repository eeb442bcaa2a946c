/* pages.c -- the few pages that the server makes itself.
 *
 * They borrow the style of the newest snapshot, which looks like the pages that
 * they lead to. */
#include "pages.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#include "plain.h"
#include "words.h"

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
		"latest/style.css\">\n</head>\n<body>\n"
		"<header>\n<p class=\"brand\"><a href=\"");
	escape_markup(page, root[0] != '\0' ? root : "./");
	text_append(page,
		"\">Snapshots</a></p>\n</header>\n"
		"<main id=\"content\">\n<h1>");
	escape_markup(page, title);
	text_append(page, "</h1>\n");
}

static void
page_end(struct text *page)
{
	text_append(page, "</main>\n</body>\n</html>\n");
}

void
page_sentence(struct text *page, const char *root, const char *title,
	const char *sentence)
{
	page_begin(page, root, title);
	text_append(page, "<p>");
	escape_markup(page, sentence);
	text_append(page, "</p>\n");
	page_end(page);
}

/* "2026-09-17 08:15:00" */
static void
append_date(struct text *page, const char *id)
{
	time_t seconds = snapshot_time(id);
	struct tm when;
	char text[sizeof("2026-09-17 08:15:00")];

	gmtime_r(&seconds, &when);
	strftime(text, sizeof(text), "%Y-%m-%d %H:%M:%S", &when);
	text_append(page, text);
}

/* Only the snapshot that bears a tag now can be reached by it. */
static void
append_tag(struct text *page, const struct catalogue *catalogue,
	const struct publication *publication)
{
	const char *tag = publication->tag;
	bool is_current = tag[0] != '\0' &&
		archive_tagged(catalogue_archive(catalogue), tag) ==
			publication;

	if (is_current) {
		text_append(page, "<a href=\"tag/");
		escape_markup(page, tag);
		text_append(page, "/\">");
	}
	escape_markup(page, tag);
	text_append(page, is_current ? "</a>" : "");
}

static void
append_counts(struct text *page, const struct summary *summary)
{
	int64_t devices = 0;

	for (int i = 0; i < CLASS_COUNT; i++)
		devices += summary->devices[i];
	text_format(page, "<td class=\"number\">%lld</td>", (long long)devices);
	for (int i = 0; i < CLASS_COUNT; i++)
		text_format(page, "<td class=\"number\">%lld</td>",
			(long long)summary->devices[i]);
}

static void
append_note(struct text *page, const struct summary *summary)
{
	if (!summary->readable)
		text_append(page, "not as published");
	else if (summary->publication->is_pruned)
		text_append(page, "pruned");
	else if (!summary->complete)
		text_append(page, "the crawl was cut short");
}

static void
append_snapshot(struct text *page, const struct catalogue *catalogue,
	const struct summary *summary)
{
	const char *id = summary->publication->id;

	text_append(page, "<tr><th scope=\"row\">");
	if (!summary->publication->is_pruned)
		text_format(page, "<a href=\"s/%s/\">", id);
	append_date(page, id);
	if (!summary->publication->is_pruned)
		text_append(page, "</a>");
	text_append(page, "</th><td>");
	append_tag(page, catalogue, summary->publication);
	text_append(page, "</td>");
	append_counts(page, summary);
	text_append(page, "<td>");
	append_note(page, summary);
	text_append(page, "</td></tr>\n");
}

static void
append_head(struct text *page)
{
	char slug[SLUG_SIZE];

	text_append(page,
		"<div class=\"table\"><table>\n<thead><tr><th "
		"scope=\"col\">Observed (UTC)</th>"
		"<th scope=\"col\">Phase</th><th scope=\"col\">Devices</th>");
	for (int i = 0; i < CLASS_COUNT; i++) {
		text_append(page, "<th scope=\"col\"><span class=\"badge ");
		text_append(page, slug_text(class_names[i], slug));
		text_append(page, "\">");
		escape_markup(page, class_names[i]);
		text_append(page, "</span></th>");
	}
	text_append(
		page, "<th scope=\"col\">Note</th></tr></thead>\n<tbody>\n");
}

void
page_timeline(struct text *page, const struct catalogue *catalogue)
{
	size_t count;
	const struct summary *summaries =
		catalogue_summaries(catalogue, &count);

	page_begin(page, "", "Snapshots of the network");
	if (count == 0) {
		text_append(page,
			"<p>The archive holds no snapshot yet; "
			"<code>twinmap archive add</code> makes one.</p>\n");
		page_end(page);
		return;
	}
	text_append(page,
		"<p><a href=\"latest/\">The newest state</a>; "
		"each row below is one that was kept, with its "
		"devices by the families they speak.</p>\n");
	append_head(page);
	for (size_t i = 0; i < count; i++)
		append_snapshot(page, catalogue, &summaries[i]);
	text_append(page, "</tbody>\n</table></div>\n");
	page_end(page);
}
