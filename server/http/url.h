/* url.h -- the path of a URL, decoded in place. */
#ifndef SERVER_URL_H
#define SERVER_URL_H

#include <stddef.h>

/* A %00 and a broken %-escape become byte 1: nothing on disk has that name.
 * Returns the new length. */
size_t url_decode(char *url);

struct text;

/* Appends what stands for the bytes in any part of a URL. */
void url_encode(struct text *, const char *bytes);

#endif
