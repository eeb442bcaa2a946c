/* access.c -- who may read: by password, through a proxy, or anybody. */
#include "access.h"

#include <string.h>

static const char challenge[] = "Basic realm=\"twinmap\", charset=\"UTF-8\"";

enum { RETRY_SECONDS = 10 };

static const struct verdict welcome = { 0, NULL };
static const struct verdict needs_password = { 401,
	"This archive asks for a name and a password." };
static const struct verdict must_wait = { 429,
	"There were too many wrong passwords; wait a little." };
static const struct verdict needs_proxy = { 403,
	"This archive is read through its proxy, which says who asks." };

bool
access_is_guarded(const struct access *access)
{
	return access->users != NULL || access->proxies.user_field != NULL;
}

/* A user that is named twice was named by somebody else too. */
static bool
proxy_names_user(
	const struct proxies *proxies, const struct http_request *request)
{
	struct http_values values;

	if (proxies->user_field == NULL ||
		!proxies_have(proxies, &request->peer))
		return false;
	values = http_request_values(request, proxies->user_field);
	return values.count == 1 && values.last[0] != '\0';
}

static struct verdict
refuse(struct access *access, enum refusal reason,
	const struct ip_address *client, const struct http_request *request)
{
	static const struct verdict *const verdicts[] = {
		[REFUSED_PASSWORD] = &needs_password,
		[REFUSED_TRIES] = &must_wait,
		[REFUSED_PROXY] = &needs_proxy,
	};

	refusals_tell(access->refusals, reason, client, request->now_ms);
	return *verdicts[reason];
}

static struct verdict
judge_credentials(struct access *access, const struct credentials *given,
	const struct http_request *request)
{
	const char *forwarded =
		http_request_values(request, "X-Forwarded-For").last;
	struct ip_address client =
		proxies_client(&access->proxies, &request->peer, forwarded);

	if (users_remember(access->users, given))
		return welcome;
	if (!tries_allow(access->tries, &client, request->now_ms))
		return refuse(access, REFUSED_TRIES, &client, request);
	if (users_verify(access->users, given))
		return welcome;
	tries_failed(access->tries, &client, request->now_ms);
	return refuse(access, REFUSED_PASSWORD, &client, request);
}

static struct verdict
judge_password(struct access *access, const struct http_request *request)
{
	struct http_credentials given;
	struct verdict verdict;

	if (!http_request_credentials(request, &given))
		return needs_password;
	verdict = judge_credentials(access,
		&(struct credentials){ given.name, given.password }, request);
	http_credentials_free(&given);
	return verdict;
}

struct verdict
access_judge(struct access *access, const struct http_request *request,
	struct http_answer *answer)
{
	struct verdict verdict;

	if (!access_is_guarded(access) ||
		proxy_names_user(&access->proxies, request))
		return welcome;
	if (access->users == NULL)
		return refuse(access, REFUSED_PROXY, &request->peer, request);
	verdict = judge_password(access, request);
	if (verdict.status == 401)
		http_answer_field(answer, "WWW-Authenticate", "%s", challenge);
	if (verdict.status == 429)
		http_answer_field(answer, "Retry-After", "%d", RETRY_SECONDS);
	return verdict;
}
