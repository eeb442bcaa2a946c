/* drawing_files.h -- the files of one picture; private to drawing*.c. */
#ifndef RENDER_DRAWING_FILES_H
#define RENDER_DRAWING_FILES_H

#include <stdbool.h>

struct text;

/* Gives each file of the picture that these words ask for a second name in
 * `folder`; false: one is missing, or the file system has no second names, and
 * nothing was done. */
bool drawing_files_take(const char *before, const char *folder,
	const char *name, const char *formats);
/* Removes all that may stand there half; the DOT stays, if there is one: it
 * shows what is wrong. */
void drawing_files_remove(const char *folder, const char *name);
/* Appends the words of those that are there, besides DOT and SVG. */
void drawing_files_list(
	const char *folder, const char *name, struct text *words);

#endif
