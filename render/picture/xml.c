/* xml.c -- the only door to libxml2. */
#include "xml.h"

#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/xmlwriter.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "files.h"
#include "plain.h"

struct xml {
	xmlBuffer *buffer;
	xmlTextWriter *writer;
};

static const xmlChar *
bytes_of(const char *text)
{
	return (const xmlChar *)text;
}

struct xml *
xml_begin(void)
{
	struct xml *xml = memory_zeroed(sizeof(*xml));

	xml->buffer = xmlBufferCreate();
	xml->writer = xmlNewTextWriterMemory(xml->buffer, 0);
	if (xml->buffer == NULL || xml->writer == NULL)
		abort();
	xmlTextWriterSetIndent(xml->writer, 1);
	xmlTextWriterSetIndentString(xml->writer, bytes_of(" "));
	xmlTextWriterStartDocument(xml->writer, NULL, "UTF-8", NULL);
	return xml;
}

void
xml_open(struct xml *xml, const char *element)
{
	xmlTextWriterStartElement(xml->writer, bytes_of(element));
}

/* Line feeds part the lines of a label; plain text has none. */
static void
append_lines(struct text *plain, const char *value)
{
	for (;;) {
		size_t length = strcspn(value, "\n");
		char *line = strndup(value, length);

		plain_append(plain, line);
		free(line);
		value += length;
		if (*value++ == '\0')
			return;
		text_append(plain, "\n");
	}
}

void
xml_attribute(struct xml *xml, const char *name, const char *value)
{
	struct text plain = { 0 };

	if (value == NULL)
		return;
	text_append(&plain, "");
	append_lines(&plain, value);
	xmlTextWriterWriteAttribute(
		xml->writer, bytes_of(name), bytes_of(plain.bytes));
	text_free(&plain);
}

void
xml_measure(struct xml *xml, const char *name, double value)
{
	char number[32];

	snprintf(number, sizeof(number), "%.2f", value);
	if (strcmp(number + strlen(number) - 3, ".00") == 0)
		number[strlen(number) - 3] = '\0';
	xml_attribute(xml, name, strcmp(number, "-0") == 0 ? "0" : number);
}

void
xml_text(struct xml *xml, const char *value)
{
	struct text plain = { 0 };

	text_append(&plain, "");
	append_lines(&plain, value);
	xmlTextWriterWriteString(xml->writer, bytes_of(plain.bytes));
	text_free(&plain);
}

void
xml_close(struct xml *xml)
{
	xmlTextWriterEndElement(xml->writer);
}

int
xml_end(struct xml *xml, const char *path)
{
	int result;

	xmlTextWriterEndDocument(xml->writer);
	xmlTextWriterFlush(xml->writer);
	result = file_replace(path, xmlBufferContent(xml->buffer),
		(size_t)xmlBufferLength(xml->buffer));
	xmlFreeTextWriter(xml->writer);
	xmlBufferFree(xml->buffer);
	free(xml);
	return result;
}

/* ------------------------------------------------------------ reading -- */

struct reading {
	const struct xml_reader *reader;
	void *data;
	int depth; /* 0: outside of our own root element */
};

static void
element_opened(void *context, const xmlChar *name, const xmlChar **attributes)
{
	struct reading *reading = context;

	if (reading->depth++ > 0)
		reading->reader->open(reading->data, (const char *)name,
			(const char *const *)attributes);
}

static void
element_closed(void *context, const xmlChar *name)
{
	struct reading *reading = context;

	if (--reading->depth > 0)
		reading->reader->close(reading->data, (const char *)name);
}

static void
text_read(void *context, const xmlChar *bytes, int length)
{
	struct reading *reading = context;

	reading->reader->text(reading->data, (const char *)bytes, length);
}

static xmlEntity *
entity_named(void *context, const xmlChar *name)
{
	(void)context;
	return xmlGetPredefinedEntity(name);
}

static void
say_nothing(void *context, const char *format, ...)
{
	(void)context, (void)format; /* Graphviz says it */
}

int
xml_read(const char *markup, const struct xml_reader *reader, void *data)
{
	xmlSAXHandler handler = { .startElement = element_opened,
		.endElement = element_closed,
		.characters = text_read,
		.ignorableWhitespace = text_read,
		.getEntity = entity_named,
		.warning = say_nothing,
		.error = say_nothing,
		.fatalError = say_nothing };
	struct reading reading = { reader, data, 0 };
	struct text whole = { 0 };
	int result;

	text_format(&whole, "<label>%s</label>", markup);
	result = xmlSAXUserParseMemory(
		&handler, &reading, whole.bytes, (int)whole.length);
	text_free(&whole);
	return result == 0 ? 0 : -1;
}
