/* xml.h -- XML files, and the markup of labels as events.
 *
 * xml.c is the only door to libxml2. What it writes is indented, without
 * a date, and well-formed whatever the values were: they are made plain
 * (plain.h) first. */
#ifndef RENDER_XML_H
#define RENDER_XML_H

struct xml;

struct xml *xml_begin(void);
void xml_open(struct xml *, const char *element);
/* NULL: no attribute. Line feeds stay. */
void xml_attribute(struct xml *, const char *name, const char *value);
/* Two digits behind the point, or none. */
void xml_measure(struct xml *, const char *name, double value);
void xml_text(struct xml *, const char *value);
void xml_close(struct xml *);
/* Closes what is open and writes the file; -1 after logging. */
int xml_end(struct xml *, const char *path);

struct xml_reader {
	/* `attributes`: name, value, name, value, ..., NULL; or NULL */
	void (*open)(
		void *data, const char *element, const char *const *attributes);
	void (*close)(void *data, const char *element);
	void (*text)(void *data, const char *bytes, int length);
};

/* Markup without a root element; -1 where it is not well-formed, and what stood
 * before has been read. */
int xml_read(const char *markup, const struct xml_reader *, void *data);

#endif
