/* store_extensions.c -- what LLDP neighbours say in extensions, as rows. */
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

static int
store_far_vlans(
	const struct place *place, const struct far_port *port, int64_t id)
{
	for (const struct far_vlan *row = port->vlans; row != NULL;
		row = row->next)
		if (NEXT_ROW(place->store, INSERT_ADJACENCY_VLAN,
			    integer_value(id), integer_value(row->number),
			    text_value(row->name),
			    number_if_said(row->by_protocol)) != 0)
			return -1;
	return 0;
}

static int
store_far_port(
	const struct place *place, const struct far_port *port, int64_t id)
{
	if (NEXT_ROW(place->store, INSERT_ADJACENCY_PORT, integer_value(id),
		    number_if_said(port->vlan),
		    number_if_said(port->can_bundle),
		    number_if_said(port->is_bundled),
		    known_number(port->bundle),
		    number_if_said(port->negotiates),
		    known_number(port->mau_type),
		    known_number(port->max_frame)) != 0)
		return -1;
	return store_far_vlans(place, port, id);
}

int
store_extensions(const struct place *place, const struct adjacency *adjacency,
	int64_t id)
{
	if (adjacency->med != NULL && store_med(place, adjacency->med, id) != 0)
		return -1;
	if (adjacency->far_port != NULL)
		return store_far_port(place, adjacency->far_port, id);
	return 0;
}
