/* routes.h -- the server's URLs: one table, a line and a function each.
 *
 * All links and redirects are relative, so the server works below any path of a
 * proxy. */
#ifndef SERVER_ROUTES_H
#define SERVER_ROUTES_H

struct http_answer;
struct http_request;

/* The handler of http_settings; its context is a struct service. */
void answer_request(
	void *service, const struct http_request *, struct http_answer *);

#endif
