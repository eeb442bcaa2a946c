/* url.c -- the path of a URL, decoded in place. */
#include "url.h"

#include <ctype.h>
#include <string.h>

#include "memory.h"

static int
hex_digit(char c)
{
	static const char digits[] = "0123456789abcdef";
	const char *found = c != '\0' ? strchr(digits, c | 0x20) : NULL;

	return found != NULL ? (int)(found - digits) : -1;
}

size_t
url_decode(char *url)
{
	char *out = url;

	for (const char *in = url; *in != '\0'; in++) {
		int high = *in == '%' ? hex_digit(in[1]) : -1;
		int low = high >= 0 ? hex_digit(in[2]) : -1;

		if (*in != '%') {
			*out++ = *in;
		} else if (low < 0 || (high == 0 && low == 0)) {
			*out++ = 1;
		} else {
			*out++ = (char)(high << 4 | low);
			in += 2;
		}
	}
	*out = '\0';
	return (size_t)(out - url);
}

void
url_encode(struct text *text, const char *bytes)
{
	for (; *bytes != '\0'; bytes++) {
		unsigned char byte = (unsigned char)*bytes;

		if (isalnum(byte) || strchr("-._~", byte) != NULL)
			text_append_bytes(text, bytes, 1);
		else
			text_format(text, "%%%02X", byte);
	}
}
