/* search_words.c -- what somebody who searches may mean. */
#include "search_words.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "search_read.h"

struct reading *
word_read_as(struct search_word *word, enum reading_kind kind,
	enum nearness nearness)
{
	struct reading *reading = &word->readings[word->reading_count];

	if (word->reading_count + 1 < READING_LIMIT)
		word->reading_count++;
	*reading = (struct reading){ .kind = kind, .nearness = nearness };
	return reading;
}

/* ----------------------------------------------- what surrounds a word ---- */

/* "https://[2001:db8::1]:443/x" is 2001:db8::1. */
static void
strip_url(char *text)
{
	char *host = strstr(text, "://");

	if (host == NULL)
		return;
	host += strlen("://");
	host[strcspn(host, "/?#")] = '\0';
	memmove(text, host, strlen(host) + 1);
}

static void
strip_brackets(char *text)
{
	char *end = strchr(text, ']');

	if (text[0] != '[' || end == NULL)
		return;
	*end = '\0'; /* a port may follow, or a length */
	if (end[1] == '/')
		memmove(end, end + 1, strlen(end + 1) + 1);
	memmove(text, text + 1, strlen(text + 1) + 1);
}

/* "192.0.2.1:443"; of IPv6 without brackets nobody can tell. */
static void
strip_port(char *text)
{
	char *colon = strchr(text, ':');

	if (colon == NULL || strchr(text, '.') == NULL || colon[1] == '\0' ||
		text[strspn(text, "0123456789.")] != ':' ||
		colon[1 + strspn(colon + 1, "0123456789")] != '\0')
		return;
	*colon = '\0';
}

static int
count_bytes(const char *text, char byte)
{
	int count = 0;

	for (; *text != '\0'; text++)
		count += *text == byte;
	return count;
}

/* The end of a sentence; but "10.1." and "2001:db8:" are parts of addresses. */
static void
strip_stop(char *text)
{
	size_t length = strlen(text);
	size_t numbers = strspn(text, "0123456789abcdefABCDEF.:");

	if (length == 0 || strchr(".:", text[length - 1]) == NULL)
		return;
	if (numbers < length || count_bytes(text, '.') == 4)
		text[length - 1] = '\0';
}

/* What people copy along with a word. */
static void
strip_marks(char *text)
{
	static const char before[] = "\"'(<{";
	static const char behind[] = "\"')>},;";
	size_t first = strspn(text, before);
	size_t length;

	memmove(text, text + first, strlen(text + first) + 1);
	length = strlen(text);
	while (length > 0 && strchr(behind, text[length - 1]) != NULL)
		text[--length] = '\0';
	strip_stop(text);
}

/* ------------------------------------------------------- what cannot be ----
 */

/* Four numbers, of any size. */
static bool
looks_like_ipv4(const char *text)
{
	int length = 0;

	sscanf(text, "%*[0-9].%*[0-9].%*[0-9].%*[0-9]%n", &length);
	return length > 0 && (text[length] == '\0' || text[length] == '/');
}

/* A gap or a length behind groups, which no MAC has. */
static bool
looks_like_ipv6(const char *text)
{
	const char *rest = text + strspn(text, "0123456789abcdef:");
	const char *gap = strstr(text, "::");

	if (gap != NULL)
		return gap < rest;
	return *rest == '/' && count_bytes(text, ':') > 1;
}

static bool
is_read_as_address(const struct search_word *word)
{
	for (size_t i = 0; i < word->reading_count; i++)
		if (word->readings[i].kind == READ_ADDRESS ||
			word->readings[i].kind == READ_PREFIX)
			return true;
	return false;
}

static void
read_all(struct search_word *word, const char *text)
{
	static void (*const readers[])(struct search_word *, const char *) = {
		read_address,
		read_part_of_address,
		read_reverse_name,
		read_mac,
	};
	char bare[QUESTION_LIMIT + 1];

	snprintf(bare, sizeof(bare), "%s", text);
	strip_url(bare);
	strip_brackets(bare);
	strip_port(bare);
	for (size_t i = 0; i < COUNT(readers); i++)
		readers[i](word, bare);
	word->is_no_address =
		(looks_like_ipv4(bare) || looks_like_ipv6(bare)) &&
		!is_read_as_address(word);
}

/* ----------------------------------------------------------- question -- */

/* "10.1.0.0" and "255.255.0.0" are one word with a length. */
static char *
join_mask(char *word, char *mask, char joined[QUESTION_LIMIT + 1])
{
	struct ip_address ip;
	int length = mask != NULL ? written_mask_length(mask) : -1;

	if (length < 0 || ip_parse(word, &ip) != 0 || ip.family != 4 ||
		ip.prefix_length != NO_PREFIX_LENGTH)
		return NULL;
	snprintf(joined, QUESTION_LIMIT + 1, "%.64s/%d", word, length);
	return joined;
}

static void
add_word(struct search_question *question, const char *text)
{
	struct search_word *word = &question->words[question->word_count];

	fold_text(&word->text, text);
	if (word->text.length == 0)
		return;
	question->word_count++;
	read_all(word, word->text.bytes);
}

static size_t
split(char *text, char **words)
{
	static const char blanks[] = " \t\r\n\v\f";
	size_t count = 0;
	char *rest = NULL;
	char *word = strtok_r(text, blanks, &rest);

	for (; word != NULL && count < WORD_LIMIT;
		word = strtok_r(NULL, blanks, &rest)) {
		strip_marks(word);
		if (word[0] != '\0')
			words[count++] = word;
	}
	words[count] = NULL;
	return count;
}

struct search_question *
search_question_read(const char *text)
{
	struct search_question *question = memory_zeroed(sizeof(*question));
	char copy[QUESTION_LIMIT + 1], joined[QUESTION_LIMIT + 1];
	char *words[WORD_LIMIT + 1];
	size_t count;

	snprintf(copy, sizeof(copy), "%s", text);
	count = split(copy, words);
	for (size_t i = 0; i < count; i++) {
		const char *both = join_mask(words[i], words[i + 1], joined);

		add_word(question, both != NULL ? both : words[i]);
		i += both != NULL;
	}
	return question;
}

void
search_question_free(struct search_question *question)
{
	if (question == NULL)
		return;
	for (size_t i = 0; i < WORD_LIMIT; i++)
		text_free(&question->words[i].text);
	free(question);
}
