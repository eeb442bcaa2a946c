/* facts.h -- facts.yaml: what only people know, as rows of the database.
 *
 *   enterprise: Marlin Freight
 *   sites:
 *     - {id: HQ, match: {location: "Pier 4", prefix: [192.0.2.0/24]}}
 *   phases:
 *     - {id: p1, title: Uplinks and core, end: 2026-03-31}
 *   devices:
 *     - {name: hq-core1, role: l3switch, site: HQ, target_phase: p1}
 *
 * samples/facts.example.yaml has every record and every field. */
#ifndef TOPOLOGY_FACTS_H
#define TOPOLOGY_FACTS_H

#include <stddef.h>

struct database;
struct yaml_node;

/* A file without mistakes. */
struct facts;

/* NULL after logging every mistake of the file. */
struct facts *facts_read(const char *path);
struct facts *facts_read_text(
	const char *name, const char *text, size_t length);
void facts_free(struct facts *);
const struct yaml_node *facts_root(const struct facts *);

/* The lists that a file may have, in one order; NULL behind the last. */
const char *facts_list_name(int index);
int facts_count(const struct facts *, const char *list);

/* Replaces the stated rows, inside an open transaction; -1 after logging, and
 * the caller rolls back. */
int facts_store(struct database *, const struct facts *);
/* Both at once. */
int facts_load(struct database *, const char *path);

#endif
