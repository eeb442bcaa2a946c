/* caption.c -- what a label's markup says, for formats that have none.
 *
 * Tables stand inside of cells; the text of all is one flow, but for that of
 * ports. A cell, a row or a blank only asks for a gap, and the next letter
 * makes the widest that was asked for, so that empty ones leave nothing. */
#include "caption.h"

#include <string.h>
#include <strings.h>

#include "xml.h"

enum gap { NO_GAP, WORD_GAP, CELL_GAP, LINE_GAP };

struct flow {
	struct text text;
	enum gap gap; /* due before the next letter */
	bool is_escaped; /* behind the first of two backslashes */
};

struct caption_reader {
	struct arena *arena;
	struct caption *caption;
	struct caption_port **last_port;
	struct flow body;
	struct flow port;
	struct flow *flow; /* the one we are in */
	int tables; /* that we are in */
	int cells;
	int port_cell; /* as `cells` counts, or 0 */
	bool is_behind_head;
};

static const char *
value_of(const char *const *attributes, const char *name)
{
	for (; attributes != NULL && attributes[0] != NULL; attributes += 2)
		if (strcasecmp(attributes[0], name) == 0)
			return attributes[1];
	return NULL;
}

static void
keep_first(struct arena *arena, const char **place, const char *value)
{
	if (*place == NULL && value != NULL)
		*place = arena_text(arena, value);
}

static void
ask_for(struct flow *flow, enum gap gap)
{
	if (gap > flow->gap)
		flow->gap = gap;
}

static void
table_opened(struct caption_reader *reader, const char *const *attributes)
{
	struct caption *caption = reader->caption;

	ask_for(reader->flow, CELL_GAP);
	if (reader->tables++ > 0)
		return;
	keep_first(
		reader->arena, &caption->stroke, value_of(attributes, "COLOR"));
	keep_first(
		reader->arena, &caption->fill, value_of(attributes, "BGCOLOR"));
}

static void
table_closed(struct caption_reader *reader)
{
	reader->tables--;
}

static void
row_closed(struct caption_reader *reader)
{
	ask_for(reader->flow, LINE_GAP);
	if (reader->tables > 1 || reader->is_behind_head)
		return;
	reader->is_behind_head = true;
	reader->caption->head = reader->body.text.length;
}

static void
port_opened(struct caption_reader *reader, const char *name)
{
	struct caption_port *port =
		arena_allocate(reader->arena, sizeof(*port));

	port->name = arena_text(reader->arena, name);
	*reader->last_port = port;
	reader->port_cell = reader->cells;
	reader->flow = &reader->port;
}

static void
port_closed(struct caption_reader *reader)
{
	struct caption_port *port = *reader->last_port;

	port->text = arena_copy(reader->arena, reader->port.text.bytes,
		reader->port.text.length);
	reader->last_port = &port->next;
	reader->port_cell = 0;
	text_free(&reader->port.text);
	reader->port = (struct flow){ 0 };
	reader->flow = &reader->body;
}

static void
cell_opened(struct caption_reader *reader, const char *const *attributes)
{
	const char *port = value_of(attributes, "PORT");

	reader->cells++;
	ask_for(reader->flow, CELL_GAP);
	if (!reader->is_behind_head)
		keep_first(reader->arena, &reader->caption->head_fill,
			value_of(attributes, "BGCOLOR"));
	if (port != NULL && reader->port_cell == 0)
		port_opened(reader, port);
}

static void
cell_closed(struct caption_reader *reader)
{
	if (reader->cells == reader->port_cell)
		port_closed(reader);
	reader->cells--;
}

static void
font_opened(struct caption_reader *reader, const char *const *attributes)
{
	if (reader->port_cell == 0)
		keep_first(reader->arena, &reader->caption->ink,
			value_of(attributes, "COLOR"));
}

static void
line_broken(struct caption_reader *reader, const char *const *attributes)
{
	(void)attributes;
	ask_for(reader->flow, LINE_GAP);
}

static const struct {
	const char *name;
	void (*open)(struct caption_reader *, const char *const *attributes);
	void (*close)(struct caption_reader *);
} elements[] = {
	{ "TABLE", table_opened, table_closed },
	{ "TR", NULL, row_closed },
	{ "TD", cell_opened, cell_closed },
	{ "FONT", font_opened, NULL },
	{ "BR", line_broken, NULL },
};

static void
element_opened(void *data, const char *name, const char *const *attributes)
{
	for (size_t i = 0; i < COUNT(elements); i++)
		if (elements[i].open != NULL &&
			strcasecmp(elements[i].name, name) == 0)
			elements[i].open(data, attributes);
}

static void
element_closed(void *data, const char *name)
{
	for (size_t i = 0; i < COUNT(elements); i++)
		if (elements[i].close != NULL &&
			strcasecmp(elements[i].name, name) == 0)
			elements[i].close(data);
}

/* Octets of a blank, or 0. */
static int
blank_length(const char *bytes, int length)
{
	static const char no_break[] = "\xc2\xa0";

	if (strchr(" \t\r\n", bytes[0]) != NULL)
		return 1;
	return length >= 2 && memcmp(bytes, no_break, 2) == 0 ? 2 : 0;
}

/* Graphviz reads two backslashes as one. */
static void
append_octet(struct flow *flow, char octet)
{
	static const char *const gaps[] = { "", " ", "  ", "\n" };

	flow->is_escaped = octet == '\\' && !flow->is_escaped;
	if (flow->is_escaped)
		return;
	if (flow->text.length > 0)
		text_append(&flow->text, gaps[flow->gap]);
	flow->gap = NO_GAP;
	text_append_bytes(&flow->text, &octet, 1);
}

static void
text_read(void *data, const char *bytes, int length)
{
	const struct caption_reader *reader = data;

	for (int i = 0; i < length;) {
		int blank = blank_length(bytes + i, length - i);

		if (blank > 0)
			ask_for(reader->flow, WORD_GAP);
		else
			append_octet(reader->flow, bytes[i]);
		i += blank > 0 ? blank : 1;
	}
}

struct caption *
caption_read(struct arena *arena, const char *markup)
{
	static const struct xml_reader events = { element_opened,
		element_closed, text_read };
	struct caption *caption = arena_allocate(arena, sizeof(*caption));
	struct caption_reader reader = { .arena = arena,
		.caption = caption,
		.last_port = &caption->ports,
		.flow = &reader.body };

	xml_read(markup, &events, &reader);
	if (reader.port_cell > 0)
		port_closed(&reader);
	caption->text = arena_copy(
		arena, reader.body.text.bytes, reader.body.text.length);
	if (!reader.is_behind_head)
		caption->head = strcspn(caption->text, "\n");
	text_free(&reader.body.text);
	return caption;
}

struct caption_port *
caption_port(const struct caption *caption, const char *name)
{
	for (struct caption_port *port = caption->ports; port != NULL;
		port = port->next)
		if (strcmp(port->name, name) == 0)
			return port;
	return NULL;
}
