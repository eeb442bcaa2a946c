/* store_cdp.c -- what a device calls itself in CDP, as a row. */
#include "device.h"
#include "store_rows.h"

int
store_cdp_name(struct store *store, const struct device *device, int64_t id)
{
	const struct value values[] = { integer_value(id),
		text_value(device->cdp_device_id) };

	if (device->cdp_device_id == NULL)
		return 0;
	return store_row(store, INSERT_CDP_NAME, values, COUNT(values));
}
