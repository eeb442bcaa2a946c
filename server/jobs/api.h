/* api.h -- the archive for programs: collections of objects as JSON or CSV.
 *
 *   templates/api/archive/NAME.sql    of the archive (archive_tables.h):
 *                                     /api/v1/NAME
 *   templates/api/snapshot/NAME.sql   of one topology.db:
 *                                     /api/v1/snapshots/ID/NAME
 *
 * Each file is one SELECT; a collection is added by adding a file. A column is
 * a member of each object, and a filter of that name; one that begins with is_
 * is true or false, and one that ends in _json is JSON already and loses the
 * ending.
 *
 * Jobs, in worker processes:
 *
 *   api-archive FORMAT NAME QUERY
 *   api-state FORMAT ID NAME QUERY
 *   api-file NAME
 *
 * FORMAT is a word of api_formats, QUERY as in a URL. */
#ifndef SERVER_API_H
#define SERVER_API_H

#include "jobs.h"

enum api_format {
	API_JSON, /* a page of the list, and how long it is */
	API_ONE, /* JSON: the first object alone */
	API_CSV, /* the list */
	API_FORMAT_COUNT,
};

extern const char *const api_formats[API_FORMAT_COUNT];

job_function job_api_archive;
job_function job_api_state;
job_function job_api_file;

#endif
