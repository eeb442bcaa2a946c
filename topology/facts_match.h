/* facts_match.h -- the selectors of facts.yaml; for facts.c only. */
#ifndef TOPOLOGY_FACTS_MATCH_H
#define TOPOLOGY_FACTS_MATCH_H

struct database;
struct yaml_document;
struct yaml_node;

/* A file on its way into the database. */
struct facts {
	struct database *database;
	const struct yaml_document *document;
};

/* Both take the whole record, whose own row is there. -1 after logging. */
int facts_add_site_prefixes(const struct facts *, const struct yaml_node *site);
int facts_add_device_selectors(
	const struct facts *, const struct yaml_node *device);

#endif
