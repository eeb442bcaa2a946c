/* probe_main.c -- twinmap probe: asks services and addresses as users would.
 *
 * First whether this host can speak a family at all; then DNS, as its answers
 * say whom to ask; then all others. The file is changed at the end, in one go:
 * whoever interrupts leaves it as it was. */
#include <signal.h>
#include <stdio.h>
#include <time.h>

#include "analyse.h"
#include "credentials.h"
#include "database.h"
#include "log.h"
#include "loop.h"
#include "management.h"
#include "memory.h"
#include "own_families.h"
#include "plan.h"
#include "probe_settings.h"
#include "pump.h"
#include "second_reading.h"

struct run {
	struct probe_settings settings;
	struct plan_settings plan_settings;
	struct database *database;
	struct credentials *credentials; /* NULL: none given */
	struct plan *plan;
	struct asking asking;
	bool has_failed; /* an answer was not written: logged */
};

/* ---- signals ---- */

static void
keep_signals(void)
{
	sigset_t kept;

	sigemptyset(&kept);
	sigaddset(&kept, SIGINT);
	sigaddset(&kept, SIGTERM);
	sigprocmask(SIG_BLOCK, &kept, NULL);
}

static bool
is_interrupted(void)
{
	sigset_t pending;

	sigpending(&pending);
	return sigismember(&pending, SIGINT) == 1 ||
		sigismember(&pending, SIGTERM) == 1;
}

/* ---- rounds of questions ---- */

static void
answered(void *context, const struct question *question,
	const struct answer *answer)
{
	struct run *run = context;

	if (plan_answer(run->plan, question, answer) != 0)
		run->has_failed = true;
}

/* What a script adds is asked. */
static int
ask_round(struct run *run, const char *script)
{
	struct pump_order order = { .asking = &run->asking,
		.per_second = (int)run->settings.rate,
		.per_second_per_target = (int)run->settings.target_rate,
		.should_stop = is_interrupted };

	if (plan_extend(run->plan, script) != 0)
		return -1;
	order.questions = plan_questions(run->plan, false, &order.count);
	if (order.questions == NULL || pump_run(&order) != 0)
		return -1;
	return run->has_failed ? -1 : 0;
}

/* Where a packet for anywhere would go. */
static int
test_family(struct run *run, int family, const char *anywhere)
{
	struct plan_family tested = { .family = family };
	struct ip_address far;

	ip_parse(anywhere, &far);
	own_family_test(&tested, &far);
	return plan_add_family(run->plan, &tested);
}

/* References first: the rest is worth nothing in a family that fails. */
static int
test_families(struct run *run)
{
	if (test_family(run, 4, "192.0.2.1") != 0 ||
		test_family(run, 6, "2001:db8::1") != 0)
		return -1;
	if (ask_round(run, "references") != 0)
		return -1;
	return plan_extend(run->plan, "families");
}

static int
ask_agents(struct run *run)
{
	const struct management order = { .plan = run->plan,
		.credentials = run->credentials,
		.engine = &run->settings.config.engine,
		.should_stop = is_interrupted };

	if (run->credentials == NULL)
		return plan_extend(run->plan, "unopened");
	if (management_ask(&order) != 0)
		return -1;
	return run->settings.traffic_seconds == 0
		? 0
		: second_reading(&order, run->settings.traffic_seconds);
}

static int
ask_all(struct run *run)
{
	static const char *const rounds[] = { "names", "named", "services" };

	if (test_families(run) != 0)
		return -1;
	for (size_t i = 0; i < COUNT(rounds); i++)
		if (ask_round(run, rounds[i]) != 0)
			return -1;
	return ask_agents(run);
}

/* ---- before and after ---- */

static void
fill_orders(struct run *run)
{
	const struct probe_settings *settings = &run->settings;

	run->plan_settings = (struct plan_settings){
		.vantage = settings->vantage,
		.kinds = settings->kinds,
		.kind_count = settings->kind_count,
		.snmp_port = settings->config.engine.port,
		.at = settings->at != 0 ? settings->at : time(NULL),
		.is_still = settings->at != 0,
	};
	run->asking = (struct asking){
		.timeout_ms = (int)settings->timeout_ms,
		.echo_count = (int)settings->echo_count,
		.echo_interval_ms = (int)settings->echo_interval_ms,
		.answered = answered,
		.context = run,
	};
}

static int
open_run(struct run *run)
{
	const char *credentials = run->settings.config.credentials;

	if (credentials != NULL) {
		run->credentials = credentials_read(credentials);
		if (run->credentials == NULL)
			return -1;
	}
	run->database = database_open(run->settings.database, DATABASE_WRITE);
	if (run->database == NULL)
		return -1;
	run->asking.loop = loop_create();
	run->plan = plan_create(run->database, &run->plan_settings);
	if (run->asking.loop == NULL || run->plan == NULL)
		return -1;
	run->asking.resolvers =
		plan_resolvers(run->plan, &run->asking.resolver_count);
	return 0;
}

static int
probe(struct run *run)
{
	const struct analysis analysis = { .observed_at = KEEP_TIME };

	if (ask_all(run) != 0) {
		if (is_interrupted())
			log_error("stopped; %s is as it was",
				run->settings.database);
		return -1;
	}
	if (plan_keep(run->plan) != 0 || plan_print(run->plan) != 0)
		return -1;
	plan_free(run->plan);
	run->plan = NULL;
	return analyse(run->database, &analysis);
}

static int
close_run(struct run *run)
{
	int result = 0;

	plan_free(run->plan);
	if (run->database != NULL)
		result = database_close(run->database);
	loop_free(run->asking.loop);
	credentials_free(run->credentials);
	probe_settings_free(&run->settings);
	return result;
}

int
main(int argc, char **argv)
{
	struct run run = { 0 };
	int status = 1;

	log_set_program("twinmap probe");
	if (probe_settings_read(&run.settings, argc, argv) == 0) {
		keep_signals();
		fill_orders(&run);
		if (open_run(&run) == 0 && probe(&run) == 0)
			status = 0;
	}
	if (close_run(&run) != 0)
		status = 1;
	return status;
}
