/* exposition.c -- figures as Prometheus reads them: its text format 0.0.4. */
#include "exposition.h"

const char exposition_type[] = "text/plain; version=0.0.4; charset=utf-8";

enum { THOUSAND = 1000 };

void
exposition_family(
	struct text *text, const char *name, const char *type, const char *help)
{
	text_format(
		text, "# HELP %s %s\n# TYPE %s %s\n", name, help, name, type);
}

/* A backslash, a quote and the end of a line would end the value. */
static void
append_escaped(struct text *text, const char *value)
{
	for (; *value != '\0'; value++) {
		if (*value == '\n') {
			text_append(text, "\\n");
			continue;
		}
		if (*value == '\\' || *value == '"')
			text_append(text, "\\");
		text_append_bytes(text, value, 1);
	}
}

static void
begin_sample(struct text *text, const char *name,
	const struct exposition_label *label)
{
	const char *glue = "{";

	text_append(text, name);
	for (; label->name != NULL; label++) {
		text_format(text, "%s%s=\"", glue, label->name);
		append_escaped(text, label->value);
		text_append(text, "\"");
		glue = ",";
	}
	text_append(text, glue[0] == ',' ? "} " : " ");
}

void
exposition_sample(struct text *text, const char *name,
	const struct exposition_label *labels, int64_t value)
{
	begin_sample(text, name, labels);
	text_format(text, "%lld\n", (long long)value);
}

void
exposition_thousandths(struct text *text, const char *name,
	const struct exposition_label *labels, int64_t value)
{
	begin_sample(text, name, labels);
	text_format(text, "%lld.%03lld\n", (long long)(value / THOUSAND),
		(long long)(value % THOUSAND));
}
