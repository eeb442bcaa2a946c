/* archive_tables.h -- the archive as tables, so that templates can ask it in
 * SQL: templates/archive/schema.sql says which. */
#ifndef SERVER_ARCHIVE_TABLES_H
#define SERVER_ARCHIVE_TABLES_H

#include "database.h"
#include "jobs.h"

/* A database in memory that holds the tables and nothing else; a topology.db
 * can be attached to it. NULL after logging. */
struct database *archive_tables_open(const struct job_place *);

#endif
