/* store_parts.c -- what a device is made of, as rows. */
#include "device.h"
#include "parts.h"
#include "store_rows.h"

int
store_parts(const struct place *place)
{
	for (const struct device_part *row = place->device->parts; row != NULL;
		row = row->next)
		if (NEXT_ROW(place->store, INSERT_PART,
			    integer_value(place->id),
			    integer_value(row->number),
			    known_number(row->inside), text_value(row->class),
			    text_value(row->name), text_value(row->descr),
			    text_value(row->model), text_value(row->serial),
			    text_value(row->manufacturer),
			    text_value(row->software),
			    known_number(row->if_index)) != 0)
			return -1;
	return 0;
}
