/* test_oui.c -- makers of MACs, by a small registry with all that the real one
 * does: CR LF, two layouts, ranges, holders that are none. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "address.h"
#include "capture.h"
#include "database.h"
#include "memory.h"
#include "oui.h"
#include "scratch.h"

static const char large[] =
	"OUI/MA-L                    Organization\r\n"
	"company_id                  Organization\r\n"
	"                            Address\r\n"
	"\r\n"
	"00-00-5E   (hex)\t\tTwo Rivers  Instruments\r\n"
	"00005E     (base 16)\t\tTwo Rivers  Instruments \r\n"
	"\t\t\t\t74-1A-E0   (hex) is our street\r\n"
	"\t\t\t\tXX\r\n"
	"\r\n"
	"74-1A-E0   (hex)\t\tIEEE Registration Authority\r\n"
	"741AE0     (base 16)\t\tIEEE Registration Authority\r\n"
	"\r\n"
	"70-B3-D5   (hex)\t\tLarge Holder\r\n"
	"70B3D5     (base 16)\t\tLarge Holder\r\n"
	"\r\n"
	"08-00-30   (hex)\t\tSecond Holder\r\n"
	"080030     (base 16)\t\tSecond Holder\r\n"
	"08-00-30   (hex)\t\tFirst Holder\r\n"
	"080030     (base 16)\t\tFirst Holder\r\n"
	"02-00-00   (hex)\t\tLocal Holder\r\n"
	"020000     (base 16)\t\tLocal Holder\r\n"
	"00-00-01   (hex)\t\t\r\n"
	"000001     (base 16)\t\t\r\n"
	"00-00-0    (hex)\t\tToo Short\r\n"
	"00000G     (base 16)\t\tNo Number\r\n"
	"000002     (base 17)\t\tNo Such Line\r\n"
	"00-00-03   (hex)\t\tBytes \xff\r\n"
	"000003     (base 16)\t\tBytes \xff\r\n"
	"00-00-04   (hex)\t\tNo line end\r\n"
	"000004     (base 16)\t\tNo line end";

static const char medium[] = "74-1A-E0   (hex)\t\tMedium Maker\n"
			     "900000-9FFFFF     (base 16)\t\tMedium Maker\n"
			     "\n"
			     "A00000-AFFFFF     (base 16)\t\tNo OUI Above\n"
			     "74-1A-E0   (hex)\t\tNo Block\n"
			     "B00000-BFFFFE     (base 16)\t\tNo Block\n"
			     "74-1A-E0   (hex)\t\tBackwards\n"
			     "CFFFFF-C00000     (base 16)\t\tBackwards\n"
			     "74-1A-E0   (hex)\t\tNot Aligned\n"
			     "D80000-E7FFFF     (base 16)\t\tNot Aligned\n"
			     "74-1A-E0   (hex)\t\tHalf A Range\n"
			     "F00000-     (base 16)\t\tHalf A Range\n";

static const char small[] = "70-B3-D5                      (hex)               "
			    "          Small Maker\n"
			    "F2F000-F2FFFF                 (base 16)           "
			    "          Small Maker\n";

static const struct {
	const char *mac;
	const char *vendor;
} cases[] = {
	{ "00:00:5e:00:53:01", "Two Rivers  Instruments" },
	{ "00:00:5e:ff:ff:ff", "Two Rivers  Instruments" },
	{ "00:00:5d:ff:ff:ff", NULL },
	{ "00:00:5f:00:00:00", NULL },
	{ "74:1a:e0:90:00:00", "Medium Maker" },
	{ "74:1a:e0:9f:ff:ff", "Medium Maker" },
	{ "74:1a:e0:8f:ff:ff", NULL }, /* a part nobody has */
	{ "74:1a:e0:a0:00:00", NULL },
	{ "74:1a:e0:b0:00:00", NULL },
	{ "74:1a:e0:c0:00:00", NULL },
	{ "74:1a:e0:d8:00:00", NULL },
	{ "74:1a:e0:f0:00:00", NULL },
	{ "70:b3:d5:f2:f0:00", "Small Maker" }, /* the longest wins */
	{ "70:b3:d5:f2:ff:ff", "Small Maker" },
	{ "70:b3:d5:f3:00:00", "Large Holder" },
	{ "08:00:30:00:00:01", "First Holder" },
	{ "02:00:00:00:00:01", NULL }, /* locally administered */
	{ "01:00:5e:00:00:fb", NULL }, /* a group */
	{ "00:00:01:00:00:01", NULL },
	{ "00:00:02:00:00:01", NULL },
	{ "00:00:00:00:00:00", NULL },
	{ "00:00:03:00:00:01", "Bytes \xef\xbf\xbd" },
	{ "00:00:04:00:00:01", "No line end" },
};

static struct oui_registry *
read_registry(void)
{
	struct oui_registry *registry;

	scratch_file("oui.txt", large);
	scratch_file("mam.txt", medium);
	scratch_file("oui36.txt", small);
	registry = oui_read(scratch_folder);
	assert_non_null(registry);
	return registry;
}

static void
the_smallest_block_names_the_vendor(void **state)
{
	struct oui_registry *registry = read_registry();

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		const char *vendor;
		uint8_t mac[6];

		assert_int_equal(mac_parse(cases[i].mac, mac), 0);
		vendor = oui_vendor(registry, mac);
		if (cases[i].vendor == NULL && vendor != NULL)
			fail_msg("%s: %s", cases[i].mac, vendor);
		else if (cases[i].vendor != NULL && vendor == NULL)
			fail_msg("%s: nobody", cases[i].mac);
		else if (vendor != NULL)
			assert_string_equal(vendor, cases[i].vendor);
	}
	oui_free(registry);
}

static const char *
ask_vendor(struct database *database)
{
	static char answer[64];
	struct query *query = query_prepare(database,
		"SELECT coalesce(mac_vendor('0000.5e00.5301'), 'nobody')"
		" || coalesce(mac_vendor('no MAC'), '')"
		" || coalesce(mac_vendor(NULL), '')");

	assert_true(query_next(query));
	snprintf(answer, sizeof(answer), "%s", query_text(query, 0));
	query_free(query);
	return answer;
}

static void
a_query_knows_only_what_it_is_given(void **state)
{
	struct database *database = database_create(scratch_path("v.db"));
	struct oui_registry *registry = read_registry();

	(void)state;
	assert_string_equal(ask_vendor(database), "nobody");
	assert_int_equal(database_use_vendors(database, registry), 0);
	assert_string_equal(ask_vendor(database), "Two Rivers  Instruments");
	assert_int_equal(database_use_vendors(database, NULL), 0);
	assert_string_equal(ask_vendor(database), "nobody");
	database_close(database);
	oui_free(registry);
}

static void
a_folder_without_a_registry_is_refused(void **state)
{
	(void)state;
	capture_begin();
	assert_null(oui_read(scratch_path("nowhere")));
	capture_holds("nowhere: no oui.txt there");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_smallest_block_names_the_vendor),
		cmocka_unit_test(a_query_knows_only_what_it_is_given),
		cmocka_unit_test(a_folder_without_a_registry_is_refused),
	};

	return cmocka_run_group_tests(tests, scratch_begin, scratch_end);
}
