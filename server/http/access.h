/* access.h -- who may read: by password, through a proxy, or anybody.
 *
 * What is wrong is told by a status and a sentence; the fields that belong to
 * the status are set here. */
#ifndef SERVER_ACCESS_H
#define SERVER_ACCESS_H

#include "http.h"
#include "proxies.h"
#include "refusals.h"
#include "tries.h"
#include "users.h"

struct access {
	struct proxies proxies;
	struct users *users; /* NULL: no passwords */
	struct tries *tries;
	struct refusals *refusals;
};

struct verdict {
	int status; /* 0: come in */
	const char *sentence;
};

/* Must anybody say who he is? */
bool access_is_guarded(const struct access *);

struct verdict access_judge(
	struct access *, const struct http_request *, struct http_answer *);

#endif
