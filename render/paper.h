/* paper.h -- a picture as PNG and as PDF, the same bytes each time. */
#ifndef RENDER_PAPER_H
#define RENDER_PAPER_H

struct graphviz;

/* In as many pixels as a screen can take; else no file, and a word on standard
 * error. */
int png_write(const struct graphviz *, const char *path);
/* Links lead where those of the SVG do. */
int pdf_write(const struct graphviz *, const char *path);

#endif
