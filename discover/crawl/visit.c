/* visit.c -- asks one address, and reads the device behind it if it is new.
 *
 * A visit probes one address. The answer tells whether the device is known: if
 * so the address is noted as its own; if it is only perhaps the device that is
 * being walked, the visit waits for that walk's address tables; else the
 * device is walked, written, and what it speaks of is visited next. */
#include "visit.h"

#include <stdlib.h>

#include "candidates.h"
#include "claims.h"
#include "collectors.h"
#include "conclude.h"
#include "config.h"
#include "device.h"
#include "engine.h"
#include "identity.h"
#include "keyring.h"
#include "own_host.h"
#include "reading.h"
#include "store.h"

static const char device_limit_words[] = "limits.devices is reached";

struct visit {
	struct visit *previous, *next; /* of the visits under way */
	struct crawl *crawl;
	struct candidate *candidate;
	struct known_device *known;
	struct device *device;
	enum treatment treatment;
	const char *remark; /* on the candidate, or NULL */
	int64_t asked_at;
	double began; /* as progress_now */
};

static void
visit_free(struct visit *visit)
{
	visit->crawl->visit_count--;
	if (visit->previous != NULL)
		visit->previous->next = visit->next;
	else
		visit->crawl->visits = visit->next;
	if (visit->next != NULL)
		visit->next->previous = visit->previous;
	device_free(visit->device);
	free(visit);
}

void
visits_free(struct crawl *crawl)
{
	for (struct visit *visit = crawl->visits; visit != NULL;) {
		struct visit *next = visit->next;

		device_free(visit->device);
		free(visit);
		visit = next;
	}
	crawl->visits = NULL;
}

static void
end_visit(struct visit *visit, struct agent *agent)
{
	struct crawl *crawl = visit->crawl;

	if (agent != NULL)
		agent_close(agent);
	visit_free(visit);
	visit_more(crawl);
}

/* ---- a walk ends ---- */

static void
write_device(struct visit *visit, const struct device_report *report)
{
	struct crawl *crawl = visit->crawl;
	const struct finding finding = { .device = visit->device,
		.known = visit->known,
		.candidate = visit->candidate,
		.remark = visit->remark,
		.is_leaf = visit->treatment == TREAT_LEAF };

	if (crawl->has_failed)
		return; /* answers that were there when writing failed */
	visit->known->id = store_device(crawl->store, report);
	if (visit->known->id < 0) {
		crawl->has_failed = true;
		crawl->stop = 1;
		return;
	}
	progress_note(&crawl->progress, &visit->candidate->ip, visit->began);
	conclude(crawl, &finding);
}

/* On the candidate, or NULL. */
static const char *
source_remark(const struct visit *visit, const struct agent *agent)
{
	const struct ip_address *source = agent_source(agent);
	char text[IP_TEXT_SIZE];

	return source == NULL
		? NULL
		: arena_format(visit->device->arena, "answers come from %s",
			  ip_text(source, text));
}

static void
on_read(void *context, struct agent *agent, const struct walk_outcome *outcomes,
	size_t count)
{
	struct visit *visit = context;
	const struct candidate *candidate = visit->candidate;
	const char *remark = source_remark(visit, agent);
	const struct candidate_report answered = { .ip = &candidate->ip,
		.found_by = candidate->found_by,
		.found_on = candidate->found_on,
		.result = candidate_result_text(RESULT_ANSWERED),
		.detail = remark,
		.requests = candidate->requests };
	struct device_report report = {
		.device = visit->device,
		.candidate = &answered,
		.credential = agent_credential(agent),
		.asked_at = visit->asked_at,
		.outcomes = outcomes,
		.outcome_count = count,
	};

	visit->remark = remark;
	identity_complete(visit->device, &visit->known->identity);
	device_settle(visit->device);
	own_host_join(visit->crawl, &report);
	write_device(visit, &report);
	end_visit(visit, agent);
}

/* ---- a probe is answered ---- */

static void
walk(struct visit *visit, struct agent *agent, const struct identity *identity)
{
	struct crawl *crawl = visit->crawl;
	const struct reading_order order = {
		.device = visit->device,
		.is_leaf = visit->treatment == TREAT_LEAF,
		.done = on_read,
		.context = visit,
	};

	crawl->walks++;
	visit->known = registry_add(crawl->registry, identity);
	if (chassis_is_unique(identity->chassis))
		candidates_join(crawl->candidates, visit->candidate,
			visit->known->identity.chassis);
	candidates_walk(crawl->candidates, visit->candidate);
	reading_begin(agent, &order);
}

static void
wait_for(struct visit *visit, struct known_device *known,
	enum identity_match match, const struct identity *identity)
{
	struct candidate *candidate = visit->candidate;

	candidate->is_certain = match == IDENTITY_SAME;
	if (candidate->is_certain)
		candidate->detail =
			identity_in_common(&known->identity, identity);
	candidate->next_waiter = known->waiters;
	known->waiters = candidate;
	candidates_hold(visit->crawl->candidates, candidate);
}

/* True when the device must be walked; the visit is over otherwise. */
static bool
identify(struct visit *visit, const struct identity *identity)
{
	enum identity_match match;
	struct known_device *known;

	if (settle_own(visit->crawl, visit->candidate, identity))
		return false;
	known = registry_find(visit->crawl->registry, identity, &match);
	if (match == IDENTITY_DIFFERENT)
		return true;
	if (known->is_walked)
		settle_same(visit->crawl, visit->candidate, known,
			identity_in_common(&known->identity, identity));
	else
		wait_for(visit, known, match, identity);
	return false;
}

static bool
is_at_limit(const struct crawl *crawl)
{
	return crawl->config->device_limit > 0 &&
		crawl->walks >= crawl->config->device_limit;
}

/* False when the rules of the scope or a limit end the visit. */
static bool
is_wanted(struct visit *visit, const struct identity *identity)
{
	struct crawl *crawl = visit->crawl;
	const struct scope_subject subject = {
		.ip = &visit->candidate->ip,
		.name = identity->sys_name,
		.platform = identity->sys_descr,
		.object_id = identity->sys_object_id,
	};
	const struct scope_rule *rule =
		scope_rule_for(&crawl->config->scope, &subject);

	visit->treatment = rule != NULL ? rule->then : TREAT_WALK;
	if (visit->treatment == TREAT_EXCLUDE)
		candidates_settle(crawl->candidates, visit->candidate,
			RESULT_OUT_OF_SCOPE, rule->words);
	else if (is_at_limit(crawl))
		candidates_settle(crawl->candidates, visit->candidate,
			RESULT_NOT_ASKED, device_limit_words);
	else
		return true;
	return false;
}

static void
on_answer(struct visit *visit, const struct probe_answer *answer)
{
	struct identity identity;

	visit->device = device_create(&visit->candidate->ip);
	visit->device->route_limit = visit->crawl->config->route_limit;
	identity_read(visit->device->arena, answer, &identity);
	keyring_worked(visit->crawl->keyring, &visit->candidate->ip,
		agent_credential(answer->agent));
	if (identify(visit, &identity) && is_wanted(visit, &identity))
		walk(visit, answer->agent, &identity);
	else
		end_visit(visit, answer->agent);
}

static void
on_probe(void *context, const struct probe_answer *answer)
{
	struct visit *visit = context;
	struct candidate *candidate = visit->candidate;

	candidate->requests += answer->requests;
	/* Meanwhile another device may have named the address as its own. */
	if (candidate->state == CANDIDATE_DONE) {
		end_visit(visit, answer->agent);
		return;
	}
	if (answer->agent != NULL) {
		on_answer(visit, answer);
		return;
	}
	if (!settle_own(visit->crawl, candidate, NULL))
		candidates_settle(visit->crawl->candidates, candidate,
			RESULT_NO_ANSWER, answer->reason);
	end_visit(visit, NULL);
}

/* Asking the other family of a silent neighbour only afterwards would double
 * the wait for a device that is not there. */
static void
on_silence(void *context)
{
	struct visit *visit = context;
	struct crawl *crawl = visit->crawl;

	candidates_pass_on(crawl->candidates, visit->candidate);
	visit_more(crawl);
}

/* ---- visits begin ---- */

static void
begin_visit(struct crawl *crawl, struct candidate *candidate)
{
	struct visit *visit = memory_zeroed(sizeof(*visit));
	struct probe probe = {
		.address = candidate->ip,
		.objects = identity_objects,
		.object_count = identity_object_count,
		.done = on_probe,
		.silent = on_silence,
		.context = visit,
	};

	visit->crawl = crawl;
	visit->next = crawl->visits;
	if (visit->next != NULL)
		visit->next->previous = visit;
	crawl->visits = visit;
	crawl->visit_count++;
	visit->candidate = candidate;
	visit->asked_at = config_clock(crawl->config);
	visit->began = progress_now();
	probe.credentials = keyring_order(
		crawl->keyring, &candidate->ip, &probe.credential_count);
	engine_probe(crawl->engine, &probe);
}

/* A word for an address that need not be asked, or NULL. */
static const char *
reason_not_to_ask(const struct crawl *crawl, const struct candidate *candidate)
{
	if (is_at_limit(crawl))
		return device_limit_words;
	return keyring_has_one(crawl->keyring, &candidate->ip)
		? NULL
		: "no credential is meant for this address";
}

void
visit_more(struct crawl *crawl)
{
	const struct engine_settings *limits = &crawl->config->engine;

	while (!crawl->stop && crawl->visit_count < limits->agent_limit) {
		struct candidate *candidate =
			candidates_next(crawl->candidates);
		const char *reason;

		if (candidate == NULL)
			return;
		reason = reason_not_to_ask(crawl, candidate);
		if (!candidate->is_seed && settle_own(crawl, candidate, NULL))
			continue;
		if (reason != NULL)
			candidates_settle(crawl->candidates, candidate,
				RESULT_NOT_ASKED, reason);
		else
			begin_visit(crawl, candidate);
	}
}
