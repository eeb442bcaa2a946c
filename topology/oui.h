/* oui.h -- whose make is this MAC? The registry of the IEEE answers.
 *
 * Read once, asked often. A name belongs to the registry. */
#ifndef TOPOLOGY_OUI_H
#define TOPOLOGY_OUI_H

#include <stddef.h>
#include <stdint.h>

struct oui_registry;

/* Reads those of oui.txt, mam.txt, oui36.txt and iab.txt that the folder has.
 * NULL after logging when it has none of them. */
struct oui_registry *oui_read(const char *folder);
void oui_free(struct oui_registry *);

/* Of the smallest block that the MAC is in; NULL when nobody has it, and for
 * locally administered and group MACs. */
const char *oui_vendor(const struct oui_registry *, const uint8_t mac[6]);

/* $TWINMAP_VENDORS, else where ieee-data puts it, else "". */
const char *oui_folder(void);

#endif
