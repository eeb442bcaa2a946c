/* vantage.c -- looks at what the collector's own host knows. */
#include "vantage.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/utsname.h>

#include "command.h"
#include "device.h"
#include "kernel.h"
#include "lldpctl.h"
#include "walk.h"

enum { LLDPCTL_PATIENCE_MS = 5000 };

enum part {
	LLDP_CHASSIS = KERNEL_PARTS,
	LLDP_NEIGHBOURS,
	PARTS,
};

struct vantage {
	struct device *device;
	struct walk_outcome outcomes[PARTS];
};

static const struct collector questions[PARTS] = {
	[KERNEL_LINKS] = { .name = "rtnetlink: links" },
	[KERNEL_ADDRESSES] = { .name = "rtnetlink: addresses" },
	[KERNEL_NEIGHBOURS] = { .name = "rtnetlink: neighbours" },
	[KERNEL_ROUTES] = { .name = "rtnetlink: routes" },
	[LLDP_CHASSIS] = { .name = "lldpcli: chassis" },
	[LLDP_NEIGHBOURS] = { .name = "lldpctl: neighbours" },
};

/* ---- the kernel ---- */

static void
conclude(struct walk_outcome *outcome, int64_t rows, int64_t refused)
{
	outcome->rows = rows;
	outcome->refused = refused;
	outcome->result = rows + refused > 0 ? WALK_ROWS : WALK_EMPTY;
}

static void
read_kernel_table(
	struct vantage *vantage, enum kernel_part part, struct kernel *kernel)
{
	struct walk_outcome *outcome = &vantage->outcomes[part];
	struct netlink_count count = { 0 };
	int error = netlink_read(&kernel_tables[part], kernel, &count);

	conclude(outcome, count.rows, count.refused);
	if (error == 0)
		return;
	outcome->result = count.rows > 0 ? WALK_CUT_SHORT : WALK_NO_ANSWER;
	outcome->reason = error == EINTR ? "it changed while it was read"
					 : strerror(error);
}

static void
read_kernel(struct vantage *vantage)
{
	struct device *device = vantage->device;
	struct kernel kernel;
	int64_t left_out;

	kernel_init(&kernel, device);
	for (int part = 0; part < KERNEL_PARTS; part++)
		read_kernel_table(vantage, part, &kernel);
	left_out = kernel_settle(&kernel);
	if (left_out == 0)
		return;
	vantage->outcomes[KERNEL_ROUTES].result = WALK_CUT_SHORT;
	vantage->outcomes[KERNEL_ROUTES].reason = arena_format(device->arena,
		"%lld routes: only the default ones are kept",
		(long long)left_out);
}

/* The same sysctls that an agent reads. -1: not said. */
static int
read_switch(const char *path)
{
	FILE *file = fopen(path, "re");
	int value = -1;

	if (file == NULL)
		return -1;
	if (fscanf(file, "%d", &value) != 1)
		value = -1;
	fclose(file);
	return value < 0 ? -1 : value != 0;
}

static void
read_host(struct device *device)
{
	struct utsname host;

	if (uname(&host) == 0) {
		device->sys_name = arena_text(device->arena, host.nodename);
		device->sys_descr = arena_format(device->arena, "%s %s %s %s",
			host.sysname, host.release, host.version, host.machine);
	}
	device->ip_forwarding = read_switch("/proc/sys/net/ipv4/ip_forward");
	device->ipv6_forwarding =
		read_switch("/proc/sys/net/ipv6/conf/all/forwarding");
}

/* ---- lldpd ---- */

static const char *const command_reasons[] = {
	[COMMAND_MISSING] = "is not installed",
	[COMMAND_FAILED] = "reached no lldpd",
	[COMMAND_TOO_SLOW] = "took too long",
	[COMMAND_TOO_LONG] = "printed too much",
};

typedef int lldp_reader(struct device *, const char *, struct lldpctl_count *);

static void
read_lldp_part(struct vantage *vantage, enum part part,
	const char *const *arguments, lldp_reader *reader)
{
	struct walk_outcome *outcome = &vantage->outcomes[part];
	struct lldpctl_count count = { 0 };
	struct text output = { 0 };
	enum command_result result =
		command_run(arguments, LLDPCTL_PATIENCE_MS, &output);

	if (result != COMMAND_DONE) {
		outcome->result = WALK_NO_ANSWER;
		outcome->reason = arena_format(vantage->device->arena, "%s %s",
			arguments[0], command_reasons[result]);
	} else if (output.length == 0 ||
		reader(vantage->device, output.bytes, &count) != 0) {
		outcome->result = WALK_NO_ANSWER;
		outcome->reason = arena_format(vantage->device->arena,
			"%s printed what is no list of its own", arguments[0]);
	} else {
		conclude(outcome, count.rows, count.refused);
	}
	text_free(&output);
}

static void
read_lldp(struct vantage *vantage)
{
	static const char *const chassis[] = { "lldpcli", "-f", "json0", "show",
		"chassis", NULL };
	static const char *const neighbours[] = { "lldpctl", "-f", "json0",
		NULL };

	read_lldp_part(vantage, LLDP_CHASSIS, chassis, lldpctl_read_chassis);
	read_lldp_part(
		vantage, LLDP_NEIGHBOURS, neighbours, lldpctl_read_neighbours);
}

/* ---- both ---- */

struct vantage *
vantage_look(int64_t now)
{
	static const struct ip_address nowhere = { .family = 0 };
	struct vantage *vantage = memory_zeroed(sizeof(*vantage));

	vantage->device = device_create(&nowhere);
	vantage->device->looked_at = now;
	for (int part = 0; part < PARTS; part++)
		vantage->outcomes[part].collector = &questions[part];
	read_host(vantage->device);
	read_kernel(vantage);
	read_lldp(vantage);
	return vantage;
}

void
vantage_free(struct vantage *vantage)
{
	if (vantage == NULL)
		return;
	device_free(vantage->device);
	free(vantage);
}

struct device *
vantage_device(const struct vantage *vantage)
{
	return vantage->device;
}

const struct walk_outcome *
vantage_outcomes(const struct vantage *vantage, size_t *count)
{
	*count = PARTS;
	return vantage->outcomes;
}
