/* test_search_words.c -- what a word may mean, in every usual spelling. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "search_words.h"

/* Is the address, the prefix or the MAC what the word can be read as, and how
 * near; -1: it is not. */
static int
nearness_of(const struct search_word *word, enum reading_kind kind,
	const uint8_t *bytes, int64_t number)
{
	size_t size = kind == READ_PREFIX ? 17 : 16;

	for (size_t i = 0; i < word->reading_count; i++) {
		const struct reading *reading = &word->readings[i];

		if (reading->kind != kind)
			continue;
		if (bytes != NULL && memcmp(reading->low, bytes, size) <= 0 &&
			memcmp(bytes, reading->high, size) <= 0)
			return (int)reading->nearness;
		if (bytes == NULL && reading->low_number <= number &&
			number <= reading->high_number)
			return (int)reading->nearness;
	}
	return -1;
}

static int
nearness(const struct search_word *word, const char *object)
{
	uint8_t value[PREFIX_VALUE_SIZE];
	struct ip_address ip;
	uint8_t mac[6];
	int tail;

	if (mac_parse(object, mac) == 0) {
		int64_t number = mac_number(mac);

		tail = nearness_of(
			word, READ_MAC_TAIL, NULL, mac_mirror(number));
		number = nearness_of(word, READ_MAC, NULL, number);
		return number >= 0 ? (int)number : tail;
	}
	assert_int_equal(ip_parse(object, &ip), 0);
	prefix_value(&ip, value);
	return nearness_of(word,
		ip.prefix_length == NO_PREFIX_LENGTH ? READ_ADDRESS
						     : READ_PREFIX,
		value, 0);
}

enum { NO = -1 };

struct spelling_case {
	const char *words;
	const char *object;
	int nearness;
};

static const struct spelling_case addresses[] = {
	{ "192.0.2.1", "192.0.2.1", NEAR_EXACT },
	{ "2001:db8::1", "2001:db8::1", NEAR_EXACT },
	{ "2001:DB8::1", "2001:db8::1", NEAR_EXACT },
	{ "2001:0db8:0000:0000:0000:0000:0000:0001", "2001:db8::1",
		NEAR_EXACT },
	{ "2001:db8:0:0:0:0:0:1", "2001:db8::1", NEAR_EXACT },
	{ "fe80::1%eth0", "fe80::1", NEAR_EXACT },
	{ "2001:db8::1/64", "2001:db8::1", NEAR_EXACT },
	{ "192.0.2.1/24", "192.0.2.1", NEAR_EXACT },
	{ "[2001:db8::1]", "2001:db8::1", NEAR_EXACT },
	{ "[2001:db8::1]:443", "2001:db8::1", NEAR_EXACT },
	{ "192.0.2.1:443", "192.0.2.1", NEAR_EXACT },
	{ "https://[2001:db8::1]:443/x?y", "2001:db8::1", NEAR_EXACT },
	{ "http://192.0.2.1:8080/", "192.0.2.1", NEAR_EXACT },
	{ "::ffff:192.0.2.1", "192.0.2.1", NEAR_EXACT },
	{ "::ffff:c000:201", "192.0.2.1", NEAR_EXACT },
	{ "64:ff9b::192.0.2.1", "64:ff9b::c000:201", NEAR_EXACT },
	{ "192.000.002.001", "192.0.2.1", NEAR_EXACT },
	{ "(192.0.2.1),", "192.0.2.1", NEAR_EXACT },
	{ "\"2001:db8::1\";", "2001:db8::1", NEAR_EXACT },
	{ "192.0.2.1.", "192.0.2.1", NEAR_EXACT },
	{ "1.2.0.192.in-addr.arpa", "192.0.2.1", NEAR_EXACT },
	{ "1.2.0.192.IN-ADDR.ARPA.", "192.0.2.1", NEAR_EXACT },
	{ "1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0."
	  "8.b.d.0.1.0.0.2.ip6.arpa",
		"2001:db8::1", NEAR_EXACT },
	{ "192.0.2.256", "192.0.2.2", NO },
	{ "2001:db8::1", "2001:db8::2", NO },
	{ "2001:db8::g", "2001:db8::", NO },
	{ "192.0.2.1", "192.0.2.10", NO },
};

static const struct spelling_case parts[] = {
	{ "192.0.", "192.0.2.1", NEAR_BEGINS },
	{ "192.0.*", "192.0.2.1", NEAR_BEGINS },
	{ "192.0.x.x", "192.0.2.1", NEAR_BEGINS },
	{ "192.0", "192.0.2.1", NEAR_BEGINS },
	{ "198.5", "198.51.100.7", NEAR_BEGINS },
	{ "198.51.1", "198.51.100.7", NEAR_BEGINS },
	{ "198.51.1", "198.51.199.7", NEAR_BEGINS },
	{ "198.51.2", "198.51.255.7", NEAR_BEGINS },
	{ "198.51.1.", "198.51.100.7", NO },
	{ "192.0.", "192.1.0.1", NO },
	{ "2001:db8:", "2001:db8::1", NEAR_BEGINS },
	{ "2001:db8::", "2001:db8:0:1::1", NEAR_BEGINS },
	{ "2001:db8:1", "2001:db8:1::1", NEAR_BEGINS },
	{ "2001:db8:1", "2001:db8:1f::1", NEAR_BEGINS },
	{ "2001:db8:1", "2001:db8:1fff::1", NEAR_BEGINS },
	{ "2001:db8:1", "2001:db8:2::1", NO },
	{ "2001:db8:1:", "2001:db8:1f::1", NO },
	{ "192.0.", "192.0.2.0/24", NEAR_BEGINS },
	{ "2001:db8:", "2001:db8:1::/48", NEAR_BEGINS },
	{ "2.0.192.in-addr.arpa", "192.0.2.1", NEAR_BEGINS },
	{ "8.b.d.0.1.0.0.2.ip6.arpa", "2001:db8::1", NEAR_BEGINS },
};

static const struct spelling_case prefixes[] = {
	{ "192.0.2.0/24", "192.0.2.0/24", NEAR_EXACT },
	{ "192.0.2.0 255.255.255.0", "192.0.2.0/24", NEAR_EXACT },
	{ "192.0.2.0/255.255.255.0", "192.0.2.0/24", NEAR_EXACT },
	{ "192.0.2.0 0.0.0.255", "192.0.2.0/24", NEAR_EXACT },
	{ "2001:DB8::/32", "2001:db8::/32", NEAR_EXACT },
	{ "[2001:db8::]/32", "2001:db8::/32", NEAR_EXACT },
	{ "192.0.2.0/24", "192.0.2.200", NEAR_INSIDE },
	{ "2001:db8::/32", "2001:db8:ffff::1", NEAR_INSIDE },
	{ "192.0.2.0/24", "192.0.2.0/25", NEAR_INSIDE },
	{ "2001:db8::/32", "2001:db8::/48", NEAR_INSIDE },
	{ "192.0.2.0/24", "192.0.4.0/24", NO },
	{ "192.0.2.0/24", "192.0.0.0/16", NEAR_AROUND },
	{ "2001:db8:1::/48", "2001:db8::/32", NEAR_AROUND },
	{ "192.0.2.1", "192.0.2.0/24", NEAR_AROUND },
	{ "192.0.2.1", "0.0.0.0/0", NEAR_AROUND },
	{ "2001:db8::1", "2001:db8::/64", NEAR_AROUND },
	{ "2001:db8::1", "::/0", NEAR_AROUND },
	{ "192.0.2.1/24", "192.0.2.0/24", NEAR_AROUND },
	{ "2001:db8::1/64", "2001:db8::/64", NEAR_AROUND },
	{ "192.0.2.1", "198.51.100.0/24", NO },
	{ "192.0.2.1 255.0.255.0", "192.0.2.0/24", NEAR_AROUND },
};

static const struct spelling_case macs[] = {
	{ "00:00:5e:00:53:01", "00:00:5e:00:53:01", NEAR_EXACT },
	{ "00-00-5E-00-53-01", "00:00:5e:00:53:01", NEAR_EXACT },
	{ "0000.5e00.5301", "00:00:5e:00:53:01", NEAR_EXACT },
	{ "00005e005301", "00:00:5e:00:53:01", NEAR_EXACT },
	{ "00005e-005301", "00:00:5e:00:53:01", NEAR_EXACT },
	{ "0:0:5e:0:53:1", "00:00:5e:00:53:01", NEAR_EXACT },
	{ "00:00:5e", "00:00:5e:00:53:01", NEAR_BEGINS },
	{ "00-00-5E-00", "00:00:5e:00:53:01", NEAR_BEGINS },
	{ "0000.5e", "00:00:5e:00:53:01", NEAR_BEGINS },
	{ "00005e", "00:00:5e:00:53:01", NEAR_BEGINS },
	{ "53:01", "00:00:5e:00:53:01", NEAR_HOLDS },
	{ "5301.", "00:00:5e:00:53:01", NEAR_HOLDS },
	{ "005301", "00:00:5e:00:53:01", NEAR_HOLDS },
	{ "fe80::200:5eff:fe00:5301", "00:00:5e:00:53:01", NEAR_HOLDS },
	{ "2001:db8::200:5eff:fe00:5301/64", "00:00:5e:00:53:01", NEAR_HOLDS },
	{ "0200:5eff:fe00:5301", "00:00:5e:00:53:01", NEAR_HOLDS },
	{ "00:00:5e:ff:fe:00:53:01", "00:00:5e:00:53:01", NEAR_HOLDS },
	{ "00005efffe005301", "00:00:5e:00:53:01", NEAR_HOLDS },
	{ "5e:53:01", "00:00:5e:00:53:01", NO },
	{ "00:00:5e:00:53:0g", "00:00:5e:00:53:01", NO },
	{ "1234", "00:00:5e:00:12:34", NO },
	{ "192.0.2.1", "01:92:00:02:01:00", NO },
};

static void
check_case(const struct spelling_case *wanted)
{
	struct search_question *question = search_question_read(wanted->words);
	int found = nearness(&question->words[0], wanted->object);

	if (found != wanted->nearness)
		print_message("'%s' and %s: %d, not %d\n", wanted->words,
			wanted->object, found, wanted->nearness);
	assert_int_equal(found, wanted->nearness);
	search_question_free(question);
}

static void
test_addresses(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(addresses); i++)
		check_case(&addresses[i]);
}

static void
test_parts(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(parts); i++)
		check_case(&parts[i]);
}

static void
test_prefixes(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(prefixes); i++)
		check_case(&prefixes[i]);
}

static void
test_macs(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(macs); i++)
		check_case(&macs[i]);
}

static void
test_folding(void **state)
{
	static const struct {
		const char *text, *folded;
	} cases[] = {
		{ "HQ-Core1", "hq-core1" },
		{ "ZÜRICH", "zürich" },
		{ "Łódź", "łódź" },
		{ "ΑΘΗΝΑ", "αθηνα" },
		{ "МОСКВА Ё", "москва ё" },
		{ "東京", "東京" },
		{ "a\tb\nc", "a b c" },
		{ "\xff", "\xef\xbf\xbd" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct text folded = { 0 };

		fold_text(&folded, cases[i].text);
		assert_string_equal(folded.bytes, cases[i].folded);
		text_free(&folded);
	}
}

static void
test_impossible(void **state)
{
	static const struct {
		const char *word;
		bool is_no_address;
	} cases[] = {
		{ "300.1.1.1", true },
		{ "192.0.2.0/33", true },
		{ "192.0.2.0/255.0.255.0", true },
		{ "http://192.0.2.256:80/x", true },
		{ "2001:db8::g", true },
		{ "2001:db8::/129", true },
		{ "2001:db8:0:0:0:0:0:1/129", true },
		{ "[2001:db8:::1]:443", true },
		{ "::ffff:192.0.2.256", true },
		{ "192.0.2.1", false },
		{ "192.0.2.0/32", false },
		{ "192.000.002.001", false },
		{ "192.0.2.", false },
		{ "2001:db8::", false },
		{ "2001:db8::/128", false },
		{ "2001:db8:", false },
		{ "1.3.6.1.4.1", false },
		{ "15.2(4)E7", false },
		{ "Te1/1/1", false },
		{ "00:00:5e:00:53:0g", false },
		{ "imap::993", false },
		{ "zzz", false },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct search_question *question =
			search_question_read(cases[i].word);

		if (question->words[0].is_no_address != cases[i].is_no_address)
			print_message("'%s'\n", cases[i].word);
		assert_int_equal(question->words[0].is_no_address,
			cases[i].is_no_address);
		search_question_free(question);
	}
}

static void
test_bounds(void **state)
{
	struct search_question *question;
	char letters[2000];

	(void)state;
	memset(letters, 'a', sizeof(letters));
	letters[sizeof(letters) - 1] = '\0';
	question = search_question_read(letters);
	assert_int_equal(question->word_count, 1);
	assert_true(question->words[0].text.length <= QUESTION_LIMIT);
	search_question_free(question);
	question = search_question_read("1 2 3 4 5 6 7 8 9 10 11");
	assert_int_equal(question->word_count, WORD_LIMIT);
	search_question_free(question);
	question = search_question_read("  \t\n ,; ");
	assert_int_equal(question->word_count, 0);
	search_question_free(question);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_addresses),
		cmocka_unit_test(test_parts),
		cmocka_unit_test(test_prefixes),
		cmocka_unit_test(test_macs),
		cmocka_unit_test(test_folding),
		cmocka_unit_test(test_impossible),
		cmocka_unit_test(test_bounds),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
