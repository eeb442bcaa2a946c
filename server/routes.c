/* routes.c -- the server's URLs: one table, a line and a function each. */
#include "routes.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "answers.h"
#include "archive_routes.h"
#include "api_routes.h"
#include "compare.h"
#include "media.h"
#include "monitor.h"
#include "search_routes.h"
#include "service.h"

static const char ask_again[] = "no-cache";

/* "devices/" and "devices" both mean "devices/index.html". */
static const struct manifest_file *
find_index(const struct manifest *manifest, const char *path, const char *glue)
{
	const struct manifest_file *file;
	struct text name = { 0 };

	text_format(&name, "%s%sindex.html", path, glue);
	file = manifest_find(manifest, name.bytes);
	text_free(&name);
	return file;
}

static void
redirect_into(const struct http_request *request, struct http_answer *answer)
{
	struct text target = { 0 };

	text_format(&target, "%s/", request->path + 1);
	answer_redirect(request, answer, target.bytes);
	text_free(&target);
}

static void
send_path(struct delivery *delivery, const char *path,
	const struct http_request *request, struct http_answer *answer)
{
	const struct manifest *manifest = delivery->manifest;
	size_t length = strlen(path);

	if (length == 0 || path[length - 1] == '/')
		delivery->file = find_index(manifest, path, "");
	else
		delivery->file = manifest_find(manifest, path);
	if (delivery->file != NULL)
		answer_file(delivery, request, answer);
	else if (length > 0 && find_index(manifest, path, "/") != NULL)
		redirect_into(request, answer);
	else
		answer_error(
			request, answer, 404, "The snapshot has no such page.");
}

static void
send_snapshot(struct delivery *delivery, const char *path,
	const struct http_request *request, struct http_answer *answer)
{
	const struct publication *publication = delivery->publication;

	if (publication == NULL || publication->is_pruned) {
		answer_missing(request, answer, publication);
		return;
	}
	delivery->manifest =
		catalogue_manifest(delivery->service->catalogue, publication);
	if (delivery->manifest != NULL)
		send_path(delivery, path, request, answer);
	else
		answer_error(request, answer, 500,
			"This snapshot is not as it was published.");
}

/* By which scripts of the pages know that this is their server. */
static void
name_root(const struct http_request *request, struct http_answer *answer)
{
	struct text root = { 0 };

	append_root(&root, request);
	http_answer_field(
		answer, "Link", "<%s>; rel=\"collection\"", root.bytes);
	text_free(&root);
}

static void
serve_latest(struct service *service, const struct pattern_match *match,
	const struct http_request *request, struct http_answer *answer)
{
	struct delivery delivery = {
		.service = service,
		.publication =
			archive_newest(catalogue_archive(service->catalogue)),
		.caching = ask_again,
	};

	name_root(request, answer);
	if (delivery.publication != NULL)
		send_snapshot(&delivery, match->rest, request, answer);
	else
		answer_error(request, answer, 404,
			"The archive holds no snapshot yet.");
}

static void
serve_snapshot(struct service *service, const struct pattern_match *match,
	const struct http_request *request, struct http_answer *answer)
{
	struct delivery delivery = {
		.service = service,
		.publication = archive_find(
			catalogue_archive(service->catalogue), match->name),
		.caching = keep_for_ever,
	};

	send_snapshot(&delivery, match->rest, request, answer);
}

static void
redirect_tag(struct service *service, const struct pattern_match *match,
	const struct http_request *request, struct http_answer *answer)
{
	const struct publication *tagged = archive_tagged(
		catalogue_archive(service->catalogue), match->name);
	struct text target = { 0 };

	if (tagged == NULL) {
		answer_error(
			request, answer, 404, "No snapshot bears this tag.");
		return;
	}
	text_format(&target, "s/%s/%s", tagged->id, match->rest);
	answer_redirect(request, answer, target.bytes);
	text_free(&target);
}

struct route {
	const char *pattern;
	const char *type; /* of the answer; NULL: of what is sent */
	route_function *answer;
};

static const struct route routes[] = {
	{ "/", NULL, show_timeline },
	{ "/snapshot/:", NULL, show_snapshot },
	{ "/assets/:", NULL, show_asset },
	{ "/latest/*", NULL, serve_latest },
	{ "/s/:/*", NULL, serve_snapshot },
	{ "/tag/:/*", NULL, redirect_tag },
	{ "/diff", NULL, choose_comparison },
	{ "/diff/:/*", NULL, show_comparison },
	{ "/api/v1/", NULL, answer_api_description },
	{ "/api/v1/openapi.json", NULL, answer_api_description },
	{ "/api/v1/search", NULL, answer_api_search },
	{ "/api/v1/snapshots/:", NULL, answer_api_snapshot },
	{ "/api/v1/snapshots/:/*", NULL, answer_api_snapshot },
	{ "/api/v1/:", NULL, answer_api_archive },
	{ "/search", NULL, show_search },
	{ "/healthz", "text/plain; charset=utf-8", show_health },
	{ "/metrics", NULL, show_metrics },
};

static const struct route *
find_route(const char *path, struct pattern_match *match)
{
	for (size_t i = 0; i < COUNT(routes); i++)
		if (pattern_fits(routes[i].pattern, path, match))
			return &routes[i];
	return NULL;
}

/* "/latest" is "/latest/" with its end forgotten. */
static bool
lacks_slash(const char *path)
{
	struct pattern_match match;
	struct text longer = { 0 };
	bool found;

	text_format(&longer, "%s/", path);
	found = find_route(longer.bytes, &match) != NULL;
	text_free(&longer);
	return found;
}

static void
answer_route(struct service *service, const struct http_request *request,
	struct http_answer *answer)
{
	struct pattern_match match;
	const struct route *route = find_route(request->path, &match);

	if (route == NULL && lacks_slash(request->path)) {
		redirect_into(request, answer);
	} else if (route == NULL) {
		answer_error(
			request, answer, 404, "There is no such page here.");
	} else {
		if (route->type != NULL)
			http_answer_field(
				answer, "Content-Type", "%s", route->type);
		route->answer(service, &match, request, answer);
	}
}

static bool
is_reading(const char *method)
{
	return strcmp(method, "GET") == 0 || strcmp(method, "HEAD") == 0;
}

static const struct verdict wrong_host = { 421,
	"The archive is not served by this name; 'twinmap serve --host' adds "
	"one." };
static const struct verdict two_hosts = { 400,
	"A request is for one host, and this one names two." };

static bool
may_come_in(const struct service *service, const struct http_request *request,
	struct http_answer *answer)
{
	struct http_values host = http_request_values(request, "Host");
	struct verdict verdict = wrong_host;

	if (host.count > 1) /* RFC 9112 3.2 */
		verdict = two_hosts;
	else if (!hosts_have(service->hosts, host.last))
		refusals_tell(service->access->refusals, REFUSED_HOST,
			&request->peer, request->now_ms);
	else
		verdict = access_judge(service->access, request, answer);
	if (verdict.status == 0)
		return true;
	answer_error(request, answer, verdict.status, verdict.sentence);
	return false;
}

static void
answer_guest(struct service *service, const struct http_request *request,
	struct http_answer *answer)
{
	/* it keeps what it knew, and logs */
	catalogue_refresh(service->catalogue);
	news_tell(&service->news, catalogue_archive(service->catalogue));
	if (is_reading(request->method)) {
		answer_route(service, request, answer);
		return;
	}
	http_answer_field(answer, "Allow", "GET, HEAD");
	answer_error(request, answer, 405, "The archive is only read here.");
}

void
answer_request(void *context, const struct http_request *request,
	struct http_answer *answer)
{
	struct service *service = context;

	http_answer_field(answer, "X-Content-Type-Options", "nosniff");
	http_answer_field(answer, "Referrer-Policy", "same-origin");
	http_answer_field(
		answer, "Cross-Origin-Resource-Policy", "same-origin");
	if (may_come_in(service, request, answer))
		answer_guest(service, request, answer);
	if (answer->later)
		return;
	monitor_count(service->monitor, request, answer);
	access_log_tell(&service->access_log, service->access, request, answer);
}
