/* words.c -- foreign text made fit for pages, file names and sorting. */
#include "words.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

const char *
slug_text(const char *text, char slug[SLUG_SIZE])
{
	size_t length = 0;

	for (; *text != '\0' && length < SLUG_SIZE - 1; text++) {
		unsigned char byte = (unsigned char)*text;

		if (byte < 0x80 && isalnum(byte))
			slug[length++] = (char)tolower(byte);
		else if (length > 0 && slug[length - 1] != '-')
			slug[length++] = '-';
	}
	if (length > 0 && slug[length - 1] == '-')
		length--;
	if (length == 0)
		slug[length++] = 'x';
	slug[length] = '\0';
	return slug;
}

/* Octets of a sequence by its first byte, with what RFC 3629 allows as second
 * byte: no overlong forms, no surrogates, nothing above U+10FFFF. */
struct sequence {
	uint8_t first, last;
	uint8_t length;
	uint8_t second_least, second_most;
};

static const struct sequence sequences[] = {
	{ 0x01, 0x7f, 1 },
	{ 0xc2, 0xdf, 2, 0x80, 0xbf },
	{ 0xe0, 0xe0, 3, 0xa0, 0xbf },
	{ 0xe1, 0xec, 3, 0x80, 0xbf },
	{ 0xed, 0xed, 3, 0x80, 0x9f },
	{ 0xee, 0xef, 3, 0x80, 0xbf },
	{ 0xf0, 0xf0, 4, 0x90, 0xbf },
	{ 0xf1, 0xf3, 4, 0x80, 0xbf },
	{ 0xf4, 0xf4, 4, 0x80, 0x8f },
};

static bool
continues(const uint8_t *bytes, const struct sequence *sequence)
{
	if (bytes[1] < sequence->second_least ||
		bytes[1] > sequence->second_most)
		return false;
	for (int i = 2; i < sequence->length; i++)
		if ((bytes[i] & 0xc0) != 0x80)
			return false;
	return true;
}

int
utf8_length(const char *text)
{
	const uint8_t *bytes = (const uint8_t *)text;

	for (size_t i = 0; i < COUNT(sequences); i++) {
		const struct sequence *sequence = &sequences[i];

		if (bytes[0] < sequence->first || bytes[0] > sequence->last)
			continue;
		if (sequence->length == 1 || continues(bytes, sequence))
			return sequence->length;
	}
	return 0;
}

static bool
is_control(const uint8_t *bytes, int length)
{
	if (length == 1)
		return bytes[0] < 0x20 || bytes[0] == 0x7f;
	return length == 2 && bytes[0] == 0xc2 && bytes[1] < 0xa0;
}

void
append_clean(struct text *out, const char *text)
{
	const uint8_t *bytes = (const uint8_t *)text;
	int length;

	text_append(out, "");
	for (; *bytes != '\0'; bytes += length > 0 ? length : 1) {
		length = utf8_length((const char *)bytes);
		if (length == 0)
			text_append(out, REPLACEMENT_CHARACTER);
		else if (!is_control(bytes, length))
			text_append_bytes(out, bytes, (size_t)length);
		else if (strchr("\t\n\r", *bytes) != NULL && out->length > 0 &&
			out->bytes[out->length - 1] != ' ')
			text_append(out, " ");
	}
	while (out->length > 0 && out->bytes[out->length - 1] == ' ')
		out->bytes[--out->length] = '\0';
}

/* A number is written with its count of digits before it, so that longer ones
 * sort behind: 2 -> "012", 10 -> "0210". Leading zeros do not count. */
static const char *
append_number(struct text *out, const char *digits)
{
	enum { MOST = 99 };
	size_t length;

	while (digits[0] == '0' && isdigit((unsigned char)digits[1]))
		digits++;
	length = strspn(digits, "0123456789");
	if (length > MOST)
		length = MOST;
	text_format(out, "%02zu", length);
	text_append_bytes(out, digits, length);
	return digits + length;
}

void
append_natural_key(struct text *out, const char *text)
{
	text_append(out, "");
	while (*text != '\0') {
		char lower = (char)tolower((unsigned char)*text);

		if (isdigit((unsigned char)*text)) {
			text = append_number(out, text);
			continue;
		}
		text_append_bytes(out, &lower, 1);
		text++;
	}
}
