/* netlink.h -- tables of this host's kernel, row by row; the door to libmnl.
 *
 * A row is a message: a head of fixed size and attributes, found by their
 * number. Nothing of it outlives the callback. */
#ifndef DISCOVER_NETLINK_H
#define DISCOVER_NETLINK_H

#include <stddef.h>
#include <stdint.h>

enum { NETLINK_ATTRIBUTES = 64 };

/* An attribute that did not come has no bytes. */
struct netlink_value {
	const uint8_t *bytes;
	size_t length;
};

struct netlink_row {
	const void *head; /* struct ifinfomsg and its like */
	struct netlink_value values[NETLINK_ATTRIBUTES];
};

struct netlink_table {
	const char *name;
	uint16_t request; /* RTM_GETLINK ...; its rows come as RTM_NEWLINK */
	size_t head_size;
	/* 1: not wanted; -1: makes no sense. */
	int (*on_row)(void *context, const struct netlink_row *);
};

struct netlink_count {
	int64_t rows, refused;
};

/* Reads a table to its end: 0, or an errno. EINTR: it changed meanwhile, so
 * rows may be missing. */
int netlink_read(
	const struct netlink_table *, void *context, struct netlink_count *);
/* The same for messages that are there already; 1 when more must come. */
int netlink_feed(const struct netlink_table *, void *context,
	const struct netlink_value *messages, struct netlink_count *);
/* The attributes inside an attribute, or behind the head of a part of one; -1
 * when they are not what they should be. */
int netlink_unpack(const struct netlink_value *, struct netlink_row *);

/* 0 when it did not come or has another size. */
uint8_t netlink_u8(const struct netlink_row *, int attribute);
uint32_t netlink_u32(const struct netlink_row *, int attribute);
/* NULL when it did not come, is empty or has no end. */
const char *netlink_text(const struct netlink_row *, int attribute);

#endif
