/* rules.h -- folders of questions: one SELECT a file, whose columns are columns
 * of one table.
 *
 * topology/rules/P-02.sql finds things (table finding),
 * topology/checks/REQ1.sql checks them (table status_check). Who puts a file of
 * that kind into DIR/rules/ or DIR/checks/ has added a rule; one with the name
 * of ours replaces it.
 *
 * The comment that begins a rule is its documentation:
 *
 *   -- P-02: A point-to-point link carries IPv6 on one end only.
 *   -- Gap.                    what is missing may be planned for a phase
 *   -- Replaces: I-03, S-14.   findings of those rules with the same cause
 *   -- Undecided while one end's address table was not read to its end.
 */
#ifndef TOPOLOGY_RULES_H
#define TOPOLOGY_RULES_H

struct database;

/* Both take DIR, or NULL. -1 after logging FILE: what is wrong. */
int rules_run(struct database *, const char *overlay);
int checks_run(struct database *, const char *overlay);

#endif
