/* mikrotik.h -- neighbours by RouterOS's own table. */
#ifndef DISCOVER_MIKROTIK_H
#define DISCOVER_MIKROTIK_H

struct device;

/* RouterOS leaves the local port out of its LLDP rows; its own table has it,
 * under the same remote index. */
void mikrotik_settle(struct device *);

#endif
