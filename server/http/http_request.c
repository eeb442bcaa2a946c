/* http_request.c -- what a request says: the other wing of the door to
 * libmicrohttpd. */
#include <microhttpd.h>
#include <string.h>
#include <strings.h>

#include "http.h"
#include "url.h"

const char *
http_request_field(const struct http_request *request, const char *name)
{
	return MHD_lookup_connection_value(
		request->connection, MHD_HEADER_KIND, name);
}

const char *
http_request_argument(const struct http_request *request, const char *name)
{
	return MHD_lookup_connection_value(
		request->connection, MHD_GET_ARGUMENT_KIND, name);
}

static enum MHD_Result
append_argument(void *context, enum MHD_ValueKind kind, const char *name,
	const char *value)
{
	struct text *query = context;

	(void)kind;
	text_append(query, query->length > 0 ? "&" : "");
	url_encode(query, name);
	text_append(query, "=");
	url_encode(query, value != NULL ? value : "");
	return MHD_YES;
}

void
http_request_query(const struct http_request *request, struct text *query)
{
	text_append(query, "");
	MHD_get_connection_values(request->connection, MHD_GET_ARGUMENT_KIND,
		append_argument, query);
}

const char *
http_reason(int status)
{
	return MHD_get_reason_phrase_for((unsigned int)status);
}

struct value_search {
	const char *name;
	struct http_values found;
};

static enum MHD_Result
take_value(void *context, enum MHD_ValueKind kind, const char *name,
	const char *value)
{
	struct value_search *search = context;

	(void)kind;
	if (strcasecmp(name, search->name) == 0) {
		search->found.last = value != NULL ? value : "";
		search->found.count++;
	}
	return MHD_YES;
}

struct http_values
http_request_values(const struct http_request *request, const char *name)
{
	struct value_search search = { .name = name };

	MHD_get_connection_values(
		request->connection, MHD_HEADER_KIND, take_value, &search);
	return search.found;
}

bool
http_request_credentials(const struct http_request *request,
	struct http_credentials *credentials)
{
	credentials->password = NULL;
	credentials->name = MHD_basic_auth_get_username_password(
		request->connection, &credentials->password);
	if (credentials->name != NULL && credentials->password != NULL)
		return true;
	http_credentials_free(credentials);
	return false;
}

void
http_credentials_free(struct http_credentials *credentials)
{
	if (credentials->password != NULL)
		explicit_bzero(
			credentials->password, strlen(credentials->password));
	MHD_free(credentials->name);
	MHD_free(credentials->password);
}
