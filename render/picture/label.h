/* label.h -- makes what devices said fit for a picture.
 *
 * Graphviz takes broken UTF-8 for Latin-1, passes control bytes on into the
 * SVG (which is then no XML), expands "\N" everywhere, decodes entities in
 * plain values, and writes links unescaped. Hence one way in for each kind of
 * place.*/
#ifndef RENDER_LABEL_H
#define RENDER_LABEL_H

#include "plain.h"

/* An escape_function for HTML-like markup: at most 64 characters, and one blank
 * where nothing is left, for "<B></B>" is a syntax error. */
void label_markup(struct text *, const char *value);
/* For a plain label, and for a tooltip, which Graphviz unescapes twice: at most
 * 400 characters. */
void label_plain(struct text *, const char *value);
void label_tooltip(struct text *, const char *value);
/* For formats, which need no escapes: at most 400 characters. */
void label_fact(struct text *, const char *value);

/* Each link that Graphviz would see in the markup. */
typedef void link_taker(void *data, const char *link);
void label_each_link(const char *markup, link_taker *, void *data);
/* Appends the markup; each link in it gets an id, PREFIX-1 and so on from
 * `*count`
 * + 1. Graphviz would number them over all pictures of a process. */
void label_number_links(
	struct text *, const char *markup, const char *prefix, int *count);

/* A page of our own site, as seen from its diagrams/: "../sites/hq.html". */
bool label_is_link(const char *value);
/* A word or words for id, class and the like. */
bool label_is_words(const char *value);
/* A number, colour, list of fonts, name of a shape ... */
bool label_is_setting(const char *value);

#endif
