/* parcel.h -- an answer on its way from a worker to the client: a file in
 * memory that holds the body, the body compressed, and what to say of both. */
#ifndef SERVER_PARCEL_H
#define SERVER_PARCEL_H

#include <stdbool.h>
#include <stdint.h>

#include "hash.h"

/* A head may hold the query of a job twice, each byte as three. */
enum { PARCEL_HEAD_SIZE = 4096 };

struct parcel {
	int file; /* whoever has the parcel closes it */
	int status;
	char head[PARCEL_HEAD_SIZE]; /* "TYPE\0FIELD: VALUE\0...\0" */
	int64_t offset; /* of the body */
	int64_t length;
	int64_t packed_length; /* behind the body; 0: it is not worth it */
	char hash[HASH_SIZE]; /* of the body */
};

/* The file holds an answer (jobs.h): adds the rest. -1 after logging. */
int parcel_wrap(int file);
/* -1 after logging when the file is no parcel; it stays open then. */
int parcel_open(struct parcel *, int file);

/* The first field of the head is the type, NULL ends them. */
const char *parcel_field(const struct parcel *, int index);

#endif
