/* paper.h -- a picture as Graphviz draws it: SVG, PNG and PDF, the same bytes
 * each time. A file is there whole or not at all; -1 after a word on standard
 * error. */
#ifndef RENDER_PAPER_H
#define RENDER_PAPER_H

struct graphviz;

int svg_write(const struct graphviz *, const char *path);
/* In as many pixels as a screen can take; else no file, and a word on standard
 * error. */
int png_write(const struct graphviz *, const char *path);
/* Links lead where those of the SVG do. */
int pdf_write(const struct graphviz *, const char *path);

#endif
