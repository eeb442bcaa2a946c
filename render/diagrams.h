/* diagrams.h -- all pictures of a site, and how pages show them.
 *
 * The pictures are SITE/diagrams/NAME.svg and NAME.dot, listed in
 * pictures.json (album.h). Their links are
 * relative to that folder ("../devices/x.html"), so that a picture can be
 * opened alone; a page puts its own way to the site's root there. */
#ifndef RENDER_DIAGRAMS_H
#define RENDER_DIAGRAMS_H

#include "database.h"
#include "memory.h"

struct diagrams_order {
	const char *site; /* the folder that gets diagrams/ */
	const char *before; /* the site that is replaced, or NULL */
	const char *const *templates; /* template folders; the first wins */
	int template_count;
	int jobs;
	const char *formats; /* of all pictures; NULL: as templates say */
	const char *maker; /* SHA-256 of this program, hex */
	struct database *comparison; /* comparison.h; NULL: no such pictures */
	const char *only; /* name of the one picture to draw; NULL: all */
};

/* Draws the pictures of all files templates/diagrams/NAME.yaml, and those of
 * templates/comparison/diagrams/ where there is a comparison; without a
 * database only these. A picture that cannot be drawn says so in its place; -1,
 * after logging, is for a wrong template. */
int diagrams_draw(struct database *, const struct diagrams_order *);

/* Of the option whose words they are. */
#define FORMATS_HELP \
	"what pictures are besides SVG and DOT: all, none or " \
	"png,pdf,drawio,graphml,mermaid"

/* Words for `formats` from an option: "all", "none" or the words themselves.
 * NULL after logging. */
const char *diagrams_formats(const char *option);

/* Appends the picture as an <svg> element for a page. `root` leads from the
 * page to the root of the site ("" or "../"), `label` names the picture for
 * those who hear the page. Links stay links, so its role is a group, not an
 * image. */
void diagram_inline(
	struct text *out, const char *svg, const char *root, const char *label);

#endif
