/* message.c -- what a message of DNS says. The door to the parser of glibc.
 *
 * An answer may hold aliases (CNAME) and nothing that they lead to: that is no
 * record of the type. One that was cut short says nothing of what it lacks. */
#include "message.h"

#include <arpa/nameser.h>
#include <stdint.h>
#include <string.h>

#include "memory.h"
#include "records.h"

/* One record: 0, or -1 when it is cut short. */
typedef int reader(struct records *, const ns_msg *, const ns_rr *);

static int
read_address(struct records *records, const ns_msg *message, const ns_rr *rr)
{
	size_t length = ns_rr_type(*rr) == ns_t_a ? 4 : 16;

	(void)message;
	if (ns_rr_rdlen(*rr) != length)
		return -1;
	records_add_address(records, ns_rr_rdata(*rr), length);
	return 0;
}

/* The name behind so many octets; the octets after it, or NULL. */
static const unsigned char *
read_name(const ns_msg *message, const ns_rr *rr, size_t skip,
	char name[static NS_MAXDNAME])
{
	int length;

	if (ns_rr_rdlen(*rr) <= skip)
		return NULL;
	length = ns_name_uncompress(ns_msg_base(*message), ns_msg_end(*message),
		ns_rr_rdata(*rr) + skip, name, NS_MAXDNAME);
	if (length < 0 || skip + (size_t)length > ns_rr_rdlen(*rr))
		return NULL;
	return ns_rr_rdata(*rr) + skip + length;
}

static int
add_name(struct records *records, const ns_msg *message, const ns_rr *rr,
	size_t skip)
{
	char name[NS_MAXDNAME];

	if (read_name(message, rr, skip, name) == NULL)
		return -1;
	/* The number stands right before the name: of MX the preference, of
	 * SRV the port. */
	records_add(records, name,
		skip == 0 ? -1
			  : (int64_t)ns_get16(ns_rr_rdata(*rr) + skip - 2));
	return 0;
}

static int
read_plain_name(struct records *records, const ns_msg *message, const ns_rr *rr)
{
	return add_name(records, message, rr, 0);
}

static int
read_mx(struct records *records, const ns_msg *message, const ns_rr *rr)
{
	return add_name(records, message, rr, 2);
}

static int
read_srv(struct records *records, const ns_msg *message, const ns_rr *rr)
{
	return add_name(records, message, rr, 6);
}

/* Two names, then the serial and four times. */
static int
read_soa(struct records *records, const ns_msg *message, const ns_rr *rr)
{
	char server[NS_MAXDNAME], person[NS_MAXDNAME];
	const unsigned char *rest = read_name(message, rr, 0, server), *end;

	if (rest == NULL)
		return -1;
	end = ns_rr_rdata(*rr) + ns_rr_rdlen(*rr);
	rest = read_name(
		message, rr, (size_t)(rest - ns_rr_rdata(*rr)), person);
	if (rest == NULL || end - rest < 5 * NS_INT32SZ)
		return -1;
	records_add(records, server, (int64_t)ns_get32(rest));
	return 0;
}

static const struct record_type {
	const char *name;
	ns_type type;
	reader *read;
} record_types[] = {
	{ "A", ns_t_a, read_address },
	{ "AAAA", ns_t_aaaa, read_address },
	{ "PTR", ns_t_ptr, read_plain_name },
	{ "MX", ns_t_mx, read_mx },
	{ "NS", ns_t_ns, read_plain_name },
	{ "SOA", ns_t_soa, read_soa },
	{ "SRV", ns_t_srv, read_srv },
};

static const struct record_type *
find_record_type(const char *name)
{
	for (size_t i = 0; i < COUNT(record_types); i++)
		if (name != NULL && strcmp(record_types[i].name, name) == 0)
			return &record_types[i];
	return NULL;
}

int
message_type(const char *record)
{
	const struct record_type *type = find_record_type(record);

	return type == NULL ? 0 : (int)type->type;
}

enum { RECORDS_MOST = 64 }; /* nobody makes us ask thousands of addresses */

static int
read_answers(struct records *records, const struct record_type *type,
	ns_msg *message)
{
	for (int i = 0; i < ns_msg_count(*message, ns_s_an) &&
		records->count < RECORDS_MOST;
		i++) {
		ns_rr rr;

		if (ns_parserr(message, ns_s_an, i, &rr) != 0)
			return -1;
		if (ns_rr_type(rr) == type->type &&
			ns_rr_class(rr) == ns_c_in &&
			type->read(records, message, &rr) != 0)
			return -1;
	}
	return 0;
}

static const char *
reason_of(int code)
{
	static const char *const reasons[] = {
		[ns_r_noerror] = "nodata",
		[ns_r_servfail] = "servfail",
		[ns_r_nxdomain] = "nxdomain",
		[ns_r_notimpl] = "not-implemented",
		[ns_r_refused] = "refused",
	};

	return code < (int)COUNT(reasons) && reasons[code] != NULL
		? reasons[code]
		: "other-answer";
}

static bool
parse(const struct message *message, ns_msg *parsed)
{
	return message->length <= NS_MAXMSG &&
		ns_initparse(message->bytes, (int)message->length, parsed) == 0;
}

const char *
message_read(struct records *records, const char *record,
	const struct message *message)
{
	ns_msg parsed;
	int code;

	if (!parse(message, &parsed))
		return "other-answer";
	code = ns_msg_getflag(parsed, ns_f_rcode);
	if (code != ns_r_noerror)
		return reason_of(code);
	if (read_answers(records, find_record_type(record), &parsed) != 0) {
		records_free(records);
		return "other-answer";
	}
	if (records->count > 0)
		return NULL;
	return ns_msg_getflag(parsed, ns_f_tc) ? "truncated" : "nodata";
}

bool
message_is_final(const struct message *message)
{
	ns_msg parsed;

	if (!parse(message, &parsed))
		return false;
	if (ns_msg_getflag(parsed, ns_f_ra))
		return true;
	return ns_msg_getflag(parsed, ns_f_aa) &&
		(ns_msg_count(parsed, ns_s_an) == 0 ||
			ns_msg_getflag(parsed, ns_f_rcode) == ns_r_nxdomain);
}
