/* network_parts.h -- what the files that read a network share. */
#ifndef SAMPLES_NETWORK_PARTS_H
#define SAMPLES_NETWORK_PARTS_H

#include "network.h"

struct yaml_document;
struct yaml_node;

struct reader {
	struct yaml_document *document;
	const struct yaml_node *root;
	struct network *network;
	const char *phase_name;
	int phase; /* from 0 */
	int mistakes;
};

void reader_complain(struct reader *, const struct yaml_node *,
	const char *format, ...) __attribute__((format(printf, 3, 4)));
/* From 0 in the order of the file; -1 when there is none of that name. */
int reader_phase(const struct reader *, const char *name);
/* Words between blanks, in the network's memory; returns how many there are,
 * at most `limit`. */
size_t reader_split(
	struct reader *, const char *text, char **words, size_t limit);
/* Takes "from P" and "until P" out of a list of words: is that now? */
bool reader_take_phases(
	struct reader *, const struct yaml_node *, char **words, size_t *count);
/* "from p1 until p2": is that now? Words of other meaning are passed over by
 * the caller. */
bool reader_is_now(struct reader *, const struct yaml_node *, const char *text);

/* All interfaces of a device, fixed ports first. */
void ports_read(
	struct reader *, struct device *, const struct yaml_node *interfaces);
/* What a device does beside its interfaces: routes, services, traffic. */
void duties_read(
	struct reader *, struct device *, const struct yaml_node *record);
/* "DEVICE PORT -- DEVICE PORT [IPv6 down until PHASE]" */
void sessions_read(struct reader *);
/* Names of the DNS, by the addresses of devices. */
void zones_read(struct reader *);
/* Makes rings of the ports that share a segment. */
void segments_join(struct network *);
/* Blocks the links that would make a loop of bridges. */
void links_span(struct network *);
/* "Vlan20", "eth1/5.80": 0 without a number. */
uint32_t vlan_in_name(const char *name);

#endif
