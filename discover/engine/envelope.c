/* envelope.c -- the outside of an SNMP message (RFC 1901, 3412, 3414). */
#include "envelope.h"

enum { VERSION_1 = 0, VERSION_2C = 1, VERSION_3 = 3 };
enum { ENGINE_ID_LIMIT = 32 }; /* SnmpEngineID */

static int
take_unsigned(struct octets *input, uint32_t *number)
{
	int64_t taken;

	if (ber_take_integer(input, &taken) != 0 || taken < 0 ||
		taken > UINT32_MAX)
		return -1;
	*number = (uint32_t)taken;
	return 0;
}

/* message := version community PDU, and a PDU begins with the request id */
static int
read_v2c(struct octets message, struct envelope *envelope)
{
	struct octets community, pdu;
	uint8_t command;

	if (ber_take(&message, BER_OCTETS, &community) != 0 ||
		ber_read(&message, &command, &pdu) != 0)
		return -1;
	return take_unsigned(&pdu, &envelope->id);
}

/* message := version { id ... } "{ engine-id boots time ... }" data */
static int
read_v3(struct octets message, struct envelope *envelope)
{
	struct octets global, security, parameters;

	if (ber_take(&message, BER_SEQUENCE, &global) != 0 ||
		take_unsigned(&global, &envelope->id) != 0 ||
		ber_take(&message, BER_OCTETS, &security) != 0 ||
		ber_take(&security, BER_SEQUENCE, &parameters) != 0 ||
		ber_take(&parameters, BER_OCTETS, &envelope->engine_id) != 0 ||
		envelope->engine_id.length > ENGINE_ID_LIMIT ||
		take_unsigned(&parameters, &envelope->boots) != 0)
		return -1;
	return take_unsigned(&parameters, &envelope->time);
}

int
envelope_read(struct octets message, struct envelope *envelope)
{
	struct octets inside;
	int64_t version;

	*envelope = (struct envelope){ 0 };
	if (ber_take(&message, BER_SEQUENCE, &inside) != 0 ||
		ber_take_integer(&inside, &version) != 0)
		return -1;
	envelope->version = (int)version;
	if (version == VERSION_1 || version == VERSION_2C)
		return read_v2c(inside, envelope);
	return version == VERSION_3 ? read_v3(inside, envelope) : -1;
}
