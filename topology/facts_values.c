/* facts_values.c -- texts of facts.yaml as the database has them.
 *
 * People write a MAC or an address as their equipment shows it; the rows of
 * devices hold one spelling, and rules compare texts. */
#include "facts_values.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "memory.h"
#include "quantities.h"
#include "times.h"

/* Returns NULL for what is none. */
typedef const char *respell(const char *text, char spelling[IP_TEXT_SIZE]);

static const char *
spell_mac(const char *text, char spelling[IP_TEXT_SIZE])
{
	uint8_t mac[6];

	return mac_parse(text, mac) == 0 ? mac_text(mac, spelling) : NULL;
}

static const char *
spell_address(const char *text, char spelling[IP_TEXT_SIZE])
{
	struct ip_address ip;

	if (ip_parse(text, &ip) != 0 || ip.prefix_length != NO_PREFIX_LENGTH)
		return NULL;
	return ip_text(&ip, spelling);
}

static const char *
spell_network(const char *text, char spelling[IP_TEXT_SIZE])
{
	struct ip_address ip;

	if (ip_parse(text, &ip) != 0 || ip.prefix_length == NO_PREFIX_LENGTH)
		return NULL;
	ip = ip_network(&ip);
	return ip_text_with_length(&ip, spelling);
}

/* "080" is 80. */
static const char *
spell_integer(const char *text, char spelling[IP_TEXT_SIZE])
{
	char *end;
	long long number = strtoll(text, &end, 10);

	snprintf(spelling, IP_TEXT_SIZE, "%lld", number);
	return end != text && *end == '\0' ? spelling : NULL;
}

/* A chassis is called by a MAC, an address or any word. */
static const char *
spell_name(const char *text, char spelling[IP_TEXT_SIZE])
{
	const char *found = spell_mac(text, spelling);

	return found != NULL ? found : spell_address(text, spelling);
}

const char *
fact_spelling(
	enum yaml_type type, const char *text, char spelling[IP_TEXT_SIZE])
{
	static const struct {
		enum yaml_type type;
		respell *respell;
	} spellings[] = {
		{ YAML_INTEGER, spell_integer },
		{ YAML_IP, spell_address },
		{ YAML_PREFIX, spell_network },
		{ YAML_MAC, spell_mac },
		{ YAML_NAME, spell_name },
	};
	const char *found = NULL;

	for (size_t i = 0; i < COUNT(spellings); i++)
		if (spellings[i].type == type)
			found = spellings[i].respell(text, spelling);
	return found != NULL ? found : text;
}

static struct value
integer_of(const char *text)
{
	return integer_value(strtoll(text, NULL, 10));
}

static struct value
bits_of(const char *text)
{
	int64_t bits;

	return rate_parse(text, &bits) == 0 ? integer_value(bits)
					    : null_value();
}

static struct value
flag_of(const char *text)
{
	return integer_value(
		strcmp(text, "yes") == 0 || strcmp(text, "true") == 0);
}

static struct value
seconds_of(const char *text)
{
	int64_t seconds;

	return date_parse(text, &seconds) == 0 ? integer_value(seconds)
					       : null_value();
}

struct value
fact_value(enum yaml_type type, const char *text)
{
	static struct value (*const values[YAML_RECORDS + 1])(const char *) = {
		[YAML_INTEGER] = integer_of,
		[YAML_RATE] = bits_of,
		[YAML_BOOLEAN] = flag_of,
		[YAML_DATE] = seconds_of,
	};

	if (text == NULL || values[type] == NULL)
		return text_value(text);
	return values[type](text);
}
