/* yaml_writer.c -- foreign text as a YAML scalar.
 *
 * Everything is quoted: there is no telling which bare words some reader takes
 * for numbers, dates or booleans. */
#include "yaml_writer.h"

#include <stdbool.h>
#include <stdint.h>

#include "words.h"

static uint32_t
code_point(const char *text, int length)
{
	static const uint8_t masks[] = { 0, 0x7f, 0x1f, 0x0f, 0x07 };
	uint32_t code = (uint8_t)text[0] & masks[length];

	for (int i = 1; i < length; i++)
		code = code << 6 | ((uint8_t)text[i] & 0x3f);
	return code;
}

/* Characters that YAML does not let stand as they are, or ends a line at. */
static bool
must_be_escaped(uint32_t code)
{
	return code < ' ' || (code >= 0x7f && code < 0xa0) || code == 0x2028 ||
		code == 0x2029 || code == 0xfeff || (code & 0xfffe) == 0xfffe;
}

void
append_yaml_text(struct text *yaml, const char *text)
{
	struct text clean = { 0 };

	append_clean(&clean, text);
	text_append(yaml, "\"");
	for (const char *at = clean.length > 0 ? clean.bytes : "";
		*at != '\0';) {
		int length = utf8_length(at);
		uint32_t code = code_point(at, length);

		if (code == '"' || code == '\\')
			text_format(yaml, "\\%c", (char)code);
		else if (must_be_escaped(code))
			text_format(yaml, "\\U%08x", code);
		else
			text_append_bytes(yaml, at, (size_t)length);
		at += length;
	}
	text_append(yaml, "\"");
	text_free(&clean);
}
