/* crawl.c -- from seeds to the whole network, one visit a device.
 *
 * When nothing is left to ask, ARP and ND tables are searched for the MACs
 * that nobody has answered to, until that brings nothing new. */
#include "crawl.h"

#include "candidates.h"
#include "config.h"
#include "identity.h"
#include "keyring.h"
#include "own_host.h"
#include "resume.h"
#include "store.h"
#include "visit.h"

static void
on_tick(void *context)
{
	struct crawl *crawl = context;
	struct progress_state state = {
		.devices = crawl->devices,
		.in_flight = crawl->visit_count,
		.rows = store_row_count(crawl->order->store),
		.known = candidates_count(crawl->candidates),
	};

	progress_show(&crawl->progress, &state);
	if (crawl->order->should_stop())
		crawl->stop = 1;
}

static void
settle_depth(struct crawl *crawl)
{
	const struct scope *scope = &crawl->config->scope;

	if (scope->has_depth)
		candidates_settle_beyond(crawl->candidates, scope->depth,
			"deeper than scope.depth");
}

/* Until nothing is left to ask. */
static int
visit_all(struct crawl *crawl)
{
	const struct crawl_order *order = crawl->order;

	for (int level = 0;;) {
		visit_more(crawl);
		if (crawl->visit_count == 0 &&
			candidates_waiting(crawl->candidates) > 0 &&
			level < order->config->scope.depth) {
			candidates_set_level(crawl->candidates, ++level);
			continue;
		}
		if (crawl->visit_count == 0 && crawl->has_own_host)
			return 0;
		if (crawl->visit_count > 0 &&
			engine_run(crawl->engine, &crawl->stop, on_tick,
				crawl) != 0)
			return crawl->has_failed || !crawl->stop ? -1 : 0;
		if (own_host_store(crawl) != 0 ||
			leads_follow_macs(&crawl->leads, order->database) != 0)
			return -1;
	}
}

static int
write_candidate(struct store *store, const struct candidate *candidate)
{
	const struct candidate_report report = {
		.ip = &candidate->ip,
		.found_by = candidate->found_by,
		.found_on = candidate->found_on,
		.result = candidate_result_text(candidate->result),
		.device = candidate->device,
		.detail = candidate->detail,
		.requests = candidate->requests,
	};

	return store_candidate(store, &report);
}

static int
write_candidates(struct store *store, const struct candidate *first)
{
	int result = 0;

	if (store_begin(store) != 0)
		return -1;
	for (const struct candidate *candidate = first;
		candidate != NULL && result == 0; candidate = candidate->next)
		result = write_candidate(store, candidate);
	return store_end(store, result);
}

static int
crawl_begin(struct crawl *crawl, const struct crawl_order *order)
{
	const struct discover_config *config = order->config;

	crawl->order = order;
	crawl->config = config;
	crawl->store = order->store;
	crawl->candidates = candidates_create();
	crawl->registry = registry_create();
	crawl->keyring = keyring_create(order->credentials);
	crawl->leads = (struct leads){ .candidates = crawl->candidates,
		.scope = &config->scope,
		.all_neighbours = config->probes_neighbours };
	if (config->scope.has_depth)
		candidates_set_level(crawl->candidates, 0);
	crawl->engine = engine_create(&config->engine);
	if (crawl->engine == NULL)
		return -1;
	for (size_t i = 0; i < config->seed_count; i++)
		leads_add_seed(&crawl->leads, &config->seeds[i].ip);
	leads_sweep(&crawl->leads);
	own_host_begin(crawl);
	progress_begin(&crawl->progress);
	return config->is_resumed ? resume_devices(crawl) : 0;
}

static void
crawl_end(struct crawl *crawl)
{
	engine_free(crawl->engine);
	visits_free(crawl);
	keyring_free(crawl->keyring);
	registry_free(crawl->registry);
	candidates_free(crawl->candidates);
	leads_free(&crawl->leads);
}

int
crawl_run(const struct crawl_order *order, struct crawl_summary *summary)
{
	struct crawl crawl = { 0 };
	int result = crawl_begin(&crawl, order);

	if (result == 0) {
		result = visit_all(&crawl);
		settle_depth(&crawl);
		progress_clear(&crawl.progress);
		if (!crawl.has_failed &&
			write_candidates(order->store,
				candidates_first(crawl.candidates)) != 0)
			result = -1;
		*summary = (struct crawl_summary){
			.devices = crawl.devices,
			.rows = store_row_count(order->store),
			.is_complete = result == 0 && !crawl.stop,
			.figures = *engine_figures(crawl.engine),
		};
		progress_report(&crawl.progress, summary);
	}
	crawl_end(&crawl);
	return result;
}
