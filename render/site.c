/* site.c -- a whole site from one topology.db. */
#include "site.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "assets.h"
#include "charts.h"
#include "comparison.h"
#include "copy.h"
#include "database.h"
#include "diagrams.h"
#include "digest.h"
#include "gzip.h"
#include "json_file.h"
#include "log.h"
#include "memory.h"
#include "notes.h"
#include "pages.h"
#include "paths.h"
#include "publish.h"
#include "settled.h"
#include "template_folders.h"

struct site {
	const struct site_order *order;
	char output[PATH_MAX];
	char draft[PATH_MAX]; /* OUTPUT.new */
	char database[PATH_MAX]; /* the copy inside the draft */
	char diagrams[PATH_MAX];
	char charts[PATH_MAX];
	char digest[DIGEST_TEXT_SIZE];
	char maker[DIGEST_TEXT_SIZE]; /* of this program */
	struct notes *notes;
	const char *before; /* the site that is replaced, or NULL */
};

static int
refuse_underived(const char *path)
{
	struct database *database = database_open(path, DATABASE_READ);
	int64_t views;

	if (database == NULL)
		return -1;
	views = database_integer(database,
		"SELECT count(*) FROM sqlite_master "
		"WHERE type = 'view' AND name = 'page_device'",
		0);
	database_close(database);
	if (views > 0)
		return 0;
	log_error("%s: has no derived rows; run twinmap analyse on it", path);
	return -1;
}

/* Its bytes stay as they are: the digest speaks of them. */
static int
add_database(struct site *site)
{
	const char *path = site->order->database;
	uint8_t digest[DIGEST_SIZE];

	if (refuse_unsettled(path) != 0 || refuse_underived(path) != 0 ||
		copy_file(path, site->database) != 0 ||
		digest_file(site->database, digest) != 0)
		return -1;
	digest_text(digest, site->digest);
	return 0;
}

/* What the same program made of the same need not be made again. */
static int
find_before(struct site *site)
{
	char database[PATH_MAX];
	uint8_t digest[DIGEST_SIZE];

	if (digest_file("/proc/self/exe", digest) != 0)
		return -1;
	digest_text(digest, site->maker);
	if (path_join(database, site->output, "topology.db") == 0 &&
		access(database, R_OK) == 0)
		site->before = site->output;
	return 0;
}

/* Each style sheet, script and JSON schema of the template folders. */
static int
add_assets(const struct site *site)
{
	static const char *const patterns[] = { "*.css", "*.js", "*.json" };
	const struct template_folders folders = { site->order->templates,
		site->order->template_count };

	for (size_t i = 0; i < COUNT(patterns); i++)
		if (assets_copy(&folders, patterns[i], site->draft) != 0)
			return -1;
	return 0;
}

/* ------------------------------------------------------------- workers ---- */

/* What a process reads from: a connection of its own, the templates parsed. */
struct source {
	struct database *database;
	struct pages *pages;
};

/* Shows all mistakes of the templates. Neighbouring pages read the same rows.
 */
static int
source_open(struct source *source, const struct site *site)
{
	source->pages = NULL;
	source->database = database_open(site->database, DATABASE_ARCHIVED);
	if (source->database != NULL &&
		database_run(source->database,
			"PRAGMA cache_size = -16384 /* KiB */") == 0)
		source->pages = pages_open(source->database,
			site->order->templates, site->order->template_count);
	return source->pages != NULL ? 0 : -1;
}

static void
source_close(struct source *source)
{
	pages_close(source->pages);
	database_close(source->database);
}

/* Files for programs, and for the search in the browser. */
static const struct extract {
	const char *queries;
	const char *file;
} extracts[] = {
	{ "topology.yaml", "topology.json" },
	{ "search.yaml", "search-index.js" },
};

static int
write_extract(const struct site *site, struct database *database,
	const struct extract *extract)
{
	const struct template_folders folders = { site->order->templates,
		site->order->template_count };
	char queries[PATH_MAX], path[PATH_MAX];

	if (template_find(&folders, extract->queries, queries) != 0 ||
		path_join(path, site->draft, extract->file) != 0)
		return -1;
	return json_file_write(database, queries, path);
}

/* In a process of its own. */
static int
write_extracts(const struct site *site, int worker)
{
	struct database *database =
		database_open(site->database, DATABASE_ARCHIVED);
	int result = database != NULL ? 0 : -1;

	(void)worker;
	for (size_t i = 0; i < COUNT(extracts) && result == 0; i++)
		result = write_extract(site, database, &extracts[i]);
	database_close(database);
	return result;
}

static int
draw_with(const struct site *site, struct database *database,
	struct database *comparison)
{
	const struct diagrams_order order = {
		.site = site->draft,
		.templates = site->order->templates,
		.template_count = site->order->template_count,
		.jobs = site->order->jobs,
		.formats = site->order->formats,
		.maker = site->maker,
		.before = site->before,
		.comparison = comparison,
	};
	int result = diagrams_draw(database, &order);

	if (result == 0 && !site->order->only_diagrams)
		result = charts_draw(database, &order);
	return result;
}

static int
draw_all(const struct site *site, struct database *database)
{
	const char *previous = site->order->previous;
	struct database *comparison = NULL;
	int result = -1;

	if (previous != NULL)
		comparison = comparison_open(previous, site->database);
	if (previous == NULL || comparison != NULL)
		result = draw_with(site, database, comparison);
	database_close(comparison);
	return result;
}

/* Pages are parsed before anything slow is done. */
static int
check_and_draw(const struct site *site)
{
	struct source source;
	int result = -1;

	if (source_open(&source, site) == 0)
		result = draw_all(site, source.database);
	source_close(&source);
	return result;
}

/* In a process of its own. */
static int
write_share(const struct site *site, int worker)
{
	const struct site_parts parts = {
		.folder = site->draft,
		.diagrams = site->diagrams,
		.charts = site->charts,
		.digest = site->digest,
		.maker = site->maker,
		.notes = site->notes,
		.before = site->before,
		.worker = worker,
		.workers = site->order->jobs,
	};
	struct source source;
	int result = -1;

	if (source_open(&source, site) == 0)
		result = pages_write(source.pages, &parts);
	source_close(&source);
	return result;
}

typedef int job(const struct site *, int worker);

static int
start_worker(const struct site *site, job *run, int worker)
{
	pid_t child = fork();

	if (child == 0) {
		prctl(PR_SET_PDEATHSIG, SIGKILL);
		_exit(run(site, worker) == 0 ? 0 : 1);
	}
	if (child > 0)
		return 0;
	log_error("a worker cannot be started: %s", strerror(errno));
	return -1;
}

/* -1 when one of so many workers failed. */
static int
wait_for_workers(int started)
{
	int result = 0;
	int status;

	for (; started > 0; started--)
		if (wait(&status) < 0 || status != 0)
			result = -1;
	return result;
}

/* For readers of the pages, who get it from here: it is large. */
static int
pack_database(const struct site *site, int worker)
{
	char packed[PATH_MAX];

	(void)worker;
	if (path_join(packed, site->draft, "topology.db.gz") == 0)
		return gzip_file(site->database, packed);
	log_error("%s: %s", site->draft, strerror(errno));
	return -1;
}

/* Files that need no picture are made while those are drawn; pages need them
 * all. */
static int
write_documents(const struct site *site)
{
	static job *const beside[] = { write_extracts, pack_database };
	int started = 0;
	int result = 0;

	if (site->order->only_diagrams)
		return check_and_draw(site);
	fflush(NULL);
	for (size_t i = 0; i < COUNT(beside) && result == 0; i++) {
		result = start_worker(site, beside[i], 0);
		if (result == 0)
			started++;
	}
	if (result == 0)
		result = check_and_draw(site);
	for (int i = 0; i < site->order->jobs && result == 0; i++) {
		result = start_worker(site, write_share, i);
		if (result == 0)
			started++;
	}
	return wait_for_workers(started) == 0 ? result : -1;
}

/* ---------------------------------------------------------- whole site ---- */

static int
build(struct site *site)
{
	site->notes = notes_open(site->order->notes);
	if (site->notes == NULL)
		return -1;
	if (add_database(site) != 0 || find_before(site) != 0 ||
		add_assets(site) != 0 || write_documents(site) != 0)
		return -1;
	notes_tell_unused(site->notes);
	return 0;
}

static int
name_parts(struct site *site)
{
	size_t length = strlen(site->order->output);

	while (length > 1 && site->order->output[length - 1] == '/')
		length--;
	snprintf(site->output, PATH_MAX, "%.*s", (int)length,
		site->order->output);
	if (snprintf(site->draft, PATH_MAX, "%.*s.new", (int)length,
		    site->order->output) < PATH_MAX &&
		path_join(site->database, site->draft, "topology.db") == 0 &&
		path_join(site->diagrams, site->draft, "diagrams") == 0 &&
		path_join(site->charts, site->draft, "charts") == 0)
		return 0;
	log_error("%s: %s", site->order->output, strerror(ENAMETOOLONG));
	return -1;
}

int
site_render(const struct site_order *order)
{
	struct site site = { .order = order };
	int result;

	if (name_parts(&site) != 0 ||
		publish_begin(site.output, site.draft, "topology.db") != 0)
		return -1;
	result = build(&site);
	notes_close(site.notes);
	if (result == 0)
		return publish_end(site.output, site.draft);
	publish_cancel(site.draft);
	return -1;
}
