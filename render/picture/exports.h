/* exports.h -- pictures in the formats of other programs, one file a format.
 *
 *   drawio   draw.io, diagrams.net (an uncompressed mxfile)
 *   graphml  yEd, Gephi and libraries for graphs
 *   mermaid  Markdown of forges and wikis
 *
 * -1 after logging. */
#ifndef RENDER_EXPORTS_H
#define RENDER_EXPORTS_H

struct plan;

int drawio_write(const struct plan *, const char *path);
int graphml_write(const struct plan *, const char *path);
int mermaid_write(const struct plan *, const char *path);

#endif
