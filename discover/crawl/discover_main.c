/* discover_main.c -- twinmap discover: walks the network into topology.db.
 *
 * The file is NAME.partial until the crawl is complete. SIGINT and SIGTERM are
 * kept pending and looked at between answers, so the file always ends with
 * whole devices. */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "analyse.h"
#include "config.h"
#include "crawl.h"
#include "credentials.h"
#include "database.h"
#include "log.h"
#include "memory.h"
#include "offline.h"
#include "own_host.h"
#include "partial.h"
#include "paths.h"
#include "resume.h"
#include "settings.h"
#include "store.h"
#include "vantage.h"

struct run {
	struct discover_config config;
	struct vantage *vantage; /* NULL: nobody asked for it */
	struct offline *offline; /* NULL: the network is asked */
	struct credentials *credentials;
	struct database *database;
	struct store *store;
	char partial[PATH_MAX];
	int lock; /* of it; -1: none */
	struct crawl_summary summary;
};

/* ---- signals ---- */

static void
signals_wanted(sigset_t *set)
{
	sigemptyset(set);
	sigaddset(set, SIGINT);
	sigaddset(set, SIGTERM);
}

static bool
is_interrupted(void)
{
	sigset_t pending;

	sigpending(&pending);
	return sigismember(&pending, SIGINT) == 1 ||
		sigismember(&pending, SIGTERM) == 1;
}

/* ---- before the crawl ---- */

static int
check_config(const struct discover_config *config)
{
	bool has_start = config->seed_count + config->scope.sweep.count > 0;

	if (config->recording_count > 0)
		return 0;
	if (!has_start)
		log_error("no seed: give --seed ADDRESS, or seeds: in the "
			  "configuration");
	if (config->credentials == NULL)
		log_error("no credentials: give --credentials FILE, or "
			  "credentials: in the configuration");
	return has_start && config->credentials != NULL ? 0 : -1;
}

static int
add_auto_seeds(struct discover_config *config, const struct vantage *vantage)
{
	if (!config->has_auto_seeds ||
		own_host_add_seeds(config, vantage) > 0 ||
		config->seed_count + config->scope.sweep.count > 0)
		return 0;
	log_error("seed auto: this host has no default router and its lldpd "
		  "no neighbour with an address; give --seed ADDRESS");
	return -1;
}

/* What this host knows, when it was asked for. */
static int
look_around(struct run *run)
{
	struct discover_config *config = &run->config;

	if (!config->has_auto_seeds && !config->is_vantage)
		return 0;
	if (config->recording_count > 0) {
		log_error("%s: this host is no part of what recordings show; "
			  "leave one of them out",
			config->is_vantage ? "--vantage" : "--seed auto");
		return -1;
	}
	run->vantage = vantage_look(config_clock(config));
	return add_auto_seeds(config, run->vantage);
}

static int
go_offline(struct run *run)
{
	if (run->config.recording_count == 0)
		return 0;
	run->offline = offline_create(&run->config);
	return run->offline == NULL ? -1 : 0;
}

static int
begin_or_resume(struct run *run)
{
	const struct discover_config *config = &run->config;
	int64_t now = config_clock(config);

	if (config->is_resumed)
		return resume_settings(run->database, run->store, config);
	if (store_run_begins(run->store, now, now) != 0)
		return -1;
	return settings_store(run->store, config);
}

/* A new file is another one than that whose name was locked. */
static int
open_partial(struct run *run)
{
	if (partial_lock(run->partial, &run->lock) != 0)
		return -1;
	if (run->config.is_resumed) {
		run->database = resume_open(run->partial, &run->config);
		return run->database != NULL ? 0 : -1;
	}
	run->database = database_create(run->partial);
	if (run->database == NULL)
		return -1;
	return partial_lock(run->partial, &run->lock);
}

static int
open_run(struct run *run)
{
	const struct discover_config *config = &run->config;

	if (partial_name(config->output, run->partial, sizeof(run->partial)) !=
		0)
		return -1;
	run->credentials = run->offline != NULL
		? offline_credentials()
		: credentials_read(config->credentials);
	if (run->credentials == NULL || open_partial(run) != 0)
		return -1;
	run->store = store_create(run->database);
	return run->store != NULL ? begin_or_resume(run) : -1;
}

/* ---- after the crawl ---- */

/* One line for each seed that gave nothing. */
static void
complain_of_seeds(struct run *run, void (*complain)(const char *, ...))
{
	struct query *query = query_prepare(run->database,
		"SELECT result, COALESCE(detail, '') FROM candidate"
		" WHERE ip = ? AND result NOT IN ('answered', 'same device')");
	char address[IP_TEXT_SIZE];

	if (query == NULL)
		return;
	for (size_t i = 0; i < run->config.seed_count; i++) {
		const struct seed *seed = &run->config.seeds[i];

		ip_text(&seed->ip, address);
		query_bind(query, 1, text_value(address));
		if (query_next(query)) {
			const char *detail = query_text(query, 1);

			complain("seed %s (%s): %s", seed->text, address,
				detail[0] != '\0' ? detail
						  : query_text(query, 0));
		}
		query_reset(query);
	}
	query_free(query);
}

static void
close_run(struct run *run)
{
	store_free(run->store);
	database_close(run->database);
	credentials_free(run->credentials);
	offline_free(run->offline);
	vantage_free(run->vantage);
	config_free(&run->config);
}

/* Derives, then gives the file its name. */
static int
finish(struct run *run)
{
	const struct analysis analysis = { .observed_at = KEEP_TIME };
	int result;

	store_free(run->store);
	run->store = NULL;
	if (analyse(run->database, &analysis) != 0)
		return -1;
	result = database_close(run->database);
	run->database = NULL;
	if (result == 0 && rename(run->partial, run->config.output) != 0) {
		log_error("%s: %s", run->config.output, strerror(errno));
		result = -1;
	}
	return result;
}

static int
end_early(const struct run *run)
{
	log_error("stopped; %s holds the %zu devices read so far", run->partial,
		run->summary.devices);
	return -1;
}

static int
no_device(struct run *run)
{
	complain_of_seeds(run, log_error);
	store_free(run->store);
	run->store = NULL;
	database_close(run->database);
	run->database = NULL;
	unlink(run->partial);
	return -1;
}

static int
discover(struct run *run)
{
	const struct crawl_order order = {
		.config = &run->config,
		.credentials = run->credentials,
		.database = run->database,
		.store = run->store,
		.vantage = run->config.is_vantage ? run->vantage : NULL,
		.should_stop = is_interrupted,
	};

	if (crawl_run(&order, &run->summary) != 0 ||
		store_run_ends(run->store, config_clock(&run->config),
			run->summary.is_complete) != 0)
		return run->summary.devices > 0 ? end_early(run) : -1;
	if (!run->summary.is_complete)
		return end_early(run);
	if (run->summary.devices == 0)
		return no_device(run);
	complain_of_seeds(run, log_warning);
	return finish(run);
}

int
main(int argc, char **argv)
{
	struct run run = { .lock = -1 };
	sigset_t kept;
	int status = 1;

	log_set_program("twinmap discover");
	config_init(&run.config);
	if (config_read(&run.config, argc, argv) != 0 ||
		look_around(&run) != 0 || check_config(&run.config) != 0)
		goto out;
	if (go_offline(&run) != 0)
		goto out;
	if (config_complete_scope(&run.config))
		log_info("no scope given: asking the seeds, 10.0.0.0/8, "
			 "172.16.0.0/12, 192.168.0.0/16 and fc00::/7 only "
			 "(--include PREFIX)");
	signals_wanted(&kept);
	sigprocmask(SIG_BLOCK, &kept, NULL);
	if (open_run(&run) == 0 && discover(&run) == 0)
		status = 0;
out:
	close_run(&run);
	return status;
}
