/* facts.h -- facts.yaml: what only people know, as rows of the database.
 *
 *   enterprise: Marlin Freight
 *   sites:
 *     - id: hq
 *       name: Headquarters
 *       match: {location: "Pier 4", name: hq-, prefix: [192.0.2.0/24]}
 *   phases:
 *     - id: p1
 *       title: Uplinks and core
 *       strategy: core-to-edge     # edge-to-core, islands
 *       start: 2026-02-01
 *       end: 2026-03-31
 *   devices:
 *     - name: hq-core1
 *       role: l3switch
 *       site: hq
 *       target_phase: p1
 *       match: {serial: FOC1234, address: 3fff:a10:0:10::2}
 *
 * Records may have `owner` and `note`. Any one selector that fits is enough; a
 * device without `match` is found by its name. */
#ifndef TOPOLOGY_FACTS_H
#define TOPOLOGY_FACTS_H

struct database;

/* Replaces the stated rows, inside an open transaction. -1 after logging every
 * mistake of the file; the caller rolls back. */
int facts_load(struct database *, const char *path);

#endif
