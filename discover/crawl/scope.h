/* scope.h -- whom a crawl may ask, and how much of each it reads.
 *
 *   scope:
 *     include: [192.0.2.0/24, 2001:db8::/32]
 *     exclude: [192.0.2.128/25]
 *     depth: 8                     # steps from the seeds; none: no limit
 *     sweep: [192.0.2.0/26]        # ask every address of these; IPv4 only
 *     rules:                       # the first that fits decides
 *       - { name: "SEP*", then: exclude }
 *       - { platform: "*printer*", then: leaf }
 *       - { object_id: 1.3.6.1.4.1.2435, prefix: 192.0.2.64/26, then: leaf }
 *
 * An exclude rule may fit before anybody is asked, by what a neighbour says of
 * the device. Patterns are those of a shell, whatever the case. */
#ifndef DISCOVER_SCOPE_H
#define DISCOVER_SCOPE_H

#include <stdbool.h>
#include <stddef.h>

#include "prefix_list.h"
#include "yaml.h"

enum treatment {
	TREAT_WALK, /* ask for all tables */
	TREAT_LEAF, /* who it is, and no more; what it speaks of is not followed
		     */
	TREAT_EXCLUDE, /* not asked; when only its answer tells, not kept */
};

/* Every field that is not NULL must fit. */
struct scope_rule {
	char *name; /* of sysName */
	char *platform; /* of sysDescr, or as CDP announces it */
	char *object_id; /* sysObjectID begins with it */
	struct prefix_list prefixes;
	enum treatment then;
	char *words; /* "name SEP*", for explanations */
};

struct scope {
	struct prefix_list include, exclude, sweep;
	bool has_depth;
	int depth; /* the seeds have 0 */
	struct scope_rule *rules;
	size_t rule_count, rule_capacity;
};

/* What is known of a device; NULL: not said. */
struct scope_subject {
	const struct ip_address *ip;
	const char *name, *platform, *object_id;
};

/* The table of the section, and its reader: -1 after logging each mistake. */
extern const struct yaml_field scope_fields[];
int scope_read(struct scope *, const struct yaml_document *,
	const struct yaml_node *section);
/* -1 after logging: not IPv4, or more than a /16. */
int scope_add_sweep(struct scope *, const char *prefix);
void scope_free(struct scope *);

/* Inside one included prefix and no excluded one. */
bool scope_allows(const struct scope *, const struct ip_address *);
/* The first rule that fits, or NULL. */
const struct scope_rule *scope_rule_for(
	const struct scope *, const struct scope_subject *);
/* The same before the device was asked: a rule that excludes it whatever it
 * will say of itself, or NULL. */
const struct scope_rule *scope_rule_beforehand(
	const struct scope *, const struct scope_subject *);

#endif
