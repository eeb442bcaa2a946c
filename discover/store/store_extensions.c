/* store_extensions.c -- what LLDP neighbours say in extensions, as rows. */
#include "store_extensions.h"

#include "device.h"
#include "extensions.h"
#include "store_rows.h"

static int
store_policies(const struct place *place, const struct med *med, int64_t id)
{
	for (const struct med_policy *row = med->policies; row != NULL;
		row = row->next)
		if (NEXT_ROW(place->store, INSERT_ADJACENCY_POLICY,
			    integer_value(id), text_value(row->application),
			    number_if_said(row->vlan),
			    number_if_said(row->priority),
			    number_if_said(row->dscp),
			    integer_value(row->tagged),
			    integer_value(row->unknown)) != 0)
			return -1;
	return 0;
}

static int
store_med(const struct place *place, const struct med *med, int64_t id)
{
	if (NEXT_ROW(place->store, INSERT_ADJACENCY_MED, integer_value(id),
		    known_number(med->device_class),
		    text_value(med->capabilities), text_value(med->hardware),
		    text_value(med->firmware), text_value(med->software),
		    text_value(med->serial), text_value(med->manufacturer),
		    text_value(med->model), text_value(med->asset)) != 0)
		return -1;
	return store_policies(place, med, id);
}

int
store_extensions(const struct place *place, const struct adjacency *adjacency,
	int64_t id)
{
	return adjacency->med == NULL ? 0
				      : store_med(place, adjacency->med, id);
}
