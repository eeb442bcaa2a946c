/* foreign.c -- what devices and people say, as text or code of a page.
 *
 * Words that a Markdown reader would make live (@name, www.x, :smile:) are
 * code.
 */
#include "foreign.h"

#include <stdbool.h>
#include <string.h>

#include "plain.h"

static bool
has_shortcode(const char *text)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789_+-";
	const char *colon = strchr(text, ':');

	while (colon != NULL) {
		size_t length = strspn(colon + 1, letters);

		if (length > 0 && colon[1 + length] == ':')
			return true;
		colon = strchr(colon + 1, ':');
	}
	return false;
}

/* Would a reader of Markdown make a mention, link, picture or formula of it?
 * What may span words begins and ends with a sign that makes its word live. */
static bool
is_live(const char *text)
{
	return strpbrk(text, "@~$") != NULL || strstr(text, "www.") != NULL ||
		strstr(text, "://") != NULL || has_shortcode(text);
}

static char *
plain_copy(struct arena *arena, const char *value)
{
	struct text plain = { 0 };
	const char *trimmed;
	size_t length;
	char *copy;

	plain_append(&plain, value);
	trimmed =
		plain_trimmed(plain.bytes != NULL ? plain.bytes : "", &length);
	copy = arena_copy(arena, trimmed, length);
	text_free(&plain);
	return copy;
}

/* `a``b` would read back as one odd span. */
static void
add_code(struct arena *arena, struct node *parent, const char *text)
{
	struct node *last = parent->last;

	if (last != NULL && last->kind == NODE_CODE)
		last->text = arena_format(arena, "%s%s", last->text, text);
	else
		node_add(arena, parent, NODE_CODE)->text = text;
}

/* Moves behind the next piece: live words with the blanks between them, or what
 * lies before such a word. */
static const char *
take_piece(struct arena *arena, const char **rest, bool *live)
{
	const char *begin = *rest;
	const char *end = begin;

	while (*end != '\0') {
		size_t length = strcspn(end, " ");
		const char *word =
			arena_format(arena, "%.*s", (int)length, end);

		if (end == begin)
			*live = is_live(word);
		else if (is_live(word) != *live)
			break;
		end += length;
		end += strspn(end, " ");
	}
	*rest = end;
	return arena_format(arena, "%.*s", (int)(end - begin), begin);
}

/* Blanks and signs that end a sentence stand outside of code. */
static void
add_live(struct arena *arena, struct node *parent, const char *piece)
{
	size_t length = strlen(piece);

	while (length > 1 && strchr(" .,;", piece[length - 1]) != NULL)
		length--;
	add_code(
		arena, parent, arena_format(arena, "%.*s", (int)length, piece));
	if (piece[length] != '\0')
		node_add(arena, parent, NODE_TEXT)->text = piece + length;
}

static void
add_text(struct arena *arena, struct node *parent, const char *text)
{
	while (*text != '\0') {
		bool live = false;
		const char *piece = take_piece(arena, &text, &live);

		if (live)
			add_live(arena, parent, piece);
		else
			node_add(arena, parent, NODE_TEXT)->text = piece;
	}
}

void
foreign_add(struct arena *arena, struct node *parent, enum node_kind kind,
	const char *value)
{
	char *text = plain_copy(arena, value);

	if (text[0] == '\0')
		return;
	if (kind == NODE_TEXT && is_live(text))
		add_text(arena, parent, text);
	else if (kind == NODE_CODE)
		add_code(arena, parent, text);
	else
		node_add(arena, parent, kind)->text = text;
}
