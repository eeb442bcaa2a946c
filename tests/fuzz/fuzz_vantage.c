/* fuzz_vantage.c -- any octets as an answer of the kernel or of lldpctl.
 *
 * The first octet chooses who answers. */
#include "device.h"
#include "fuzz_input.h"
#include "kernel.h"
#include "lldpctl.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void
read_messages(struct device *device, enum kernel_part part,
	const struct netlink_value *messages)
{
	struct netlink_count count = { 0 };
	struct kernel kernel;

	kernel_init(&kernel, device);
	netlink_feed(&kernel_tables[part], &kernel, messages, &count);
	kernel_settle(&kernel);
}

static void
read_json(struct device *device, const struct netlink_value *octets)
{
	struct lldpctl_count count = { 0 };
	struct text json = { 0 };

	text_append(&json, "");
	text_append_bytes(&json, octets->bytes, octets->length);
	device_interface(device, 2)->name = "eth0";
	lldpctl_read_chassis(device, json.bytes, &count);
	lldpctl_read_neighbours(device, json.bytes, &count);
	text_free(&json);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	static const struct ip_address nowhere = { .family = 0 };
	struct input input = { bytes, size };
	uint32_t who = input_octet(&input) % (KERNEL_PARTS + 1);
	struct netlink_value octets = { .length = input.left };
	uint8_t *copy = input_octets(&input, input.left);
	struct device *device = device_create(&nowhere);

	octets.bytes = copy; /* aligned, and of its exact size */
	if (who < KERNEL_PARTS)
		read_messages(device, (enum kernel_part)who, &octets);
	else
		read_json(device, &octets);
	device_free(device);
	free(copy);
	return 0;
}
