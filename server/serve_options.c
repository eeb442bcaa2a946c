/* serve_options.c -- the command line of twinmap serve, and what does not fit
 * together in it. */
#include "serve_options.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "log.h"
#include "memory.h"
#include "options.h"

enum { DEFAULT_PORT = 8080, HIGHEST_PORT = 65535 };

static int
set_listen(void *context, const char *value)
{
	struct serve_settings *settings = context;

	return listeners_add_address(&settings->listeners, value);
}

static int
set_host(void *context, const char *value)
{
	struct serve_settings *settings = context;

	return hosts_add(&settings->hosts, value);
}

static int
set_port(void *context, const char *value)
{
	struct serve_settings *settings = context;
	int64_t port;

	if (option_number("port", value, 0, &port) != 0)
		return -1;
	if (port > HIGHEST_PORT) {
		log_error("--port: there is no port %s", value);
		return -1;
	}
	settings->listeners.port = (int)port;
	return 0;
}

static int
set_proxy(void *context, const char *value)
{
	struct serve_settings *settings = context;

	return proxies_add(&settings->proxies, value);
}

static int
set_proxy_user_header(void *context, const char *value)
{
	struct serve_settings *settings = context;

	for (const char *c = value; *c != '\0'; c++)
		if (!isalnum((unsigned char)*c) && *c != '-')
			value = "";
	if (value[0] == '\0') {
		log_error("--proxy-user-header: is no name such as "
			  "Remote-User");
		return -1;
	}
	settings->proxies.user_field = value;
	return 0;
}

static int
set_templates(void *context, const char *value)
{
	struct serve_settings *settings = context;

	if (option_folder("templates", value) != 0)
		return -1;
	settings->templates[0] = value;
	settings->template_count = 1;
	return 0;
}

static const struct option_rule rules[] = {
	{ "listen", 'l', "ADDRESS",
		"an address of this host; may be given again "
		"(default: ::1 and 127.0.0.1)",
		set_listen },
	{ "port", 'p', "N", "default: 8080; 0: any that is free", set_port },
	{ "host", 0, "NAME",
		"another name that browsers may ask for; may be given again",
		set_host },
	{ "certificate", 0, "FILE",
		"HTTPS with these certificates in PEM, the server's first; "
		"read again when the file changes, and on SIGHUP",
		KEEP_TEXT(struct serve_settings, certificate) },
	{ "key", 0, "FILE", "their private key, in PEM",
		KEEP_TEXT(struct serve_settings, key) },
	{ "users", 0, "FILE",
		"asks for names and passwords: lines NAME:HASH, as "
		"'mkpasswd -m yescrypt' makes the hash; read again as above",
		KEEP_TEXT(struct serve_settings, users) },
	{ "proxy", 0, "ADDRESS",
		"a proxy, or a prefix of them, whose X-Forwarded-For counts; "
		"may be given again",
		set_proxy },
	{ "proxy-user-header", 0, "NAME",
		"the field in which the proxy names the user it knows",
		set_proxy_user_header },
	{ "public", 0, NULL, "other hosts may read it without a password",
		KEEP_SWITCH(struct serve_settings, is_public) },
	{ "user", 0, "NAME", "whom root becomes once it listens",
		KEEP_TEXT(struct serve_settings, user) },
	{ "access-log", 0, "FILE",
		"a line for each answer goes there; - is standard output",
		KEEP_TEXT(struct serve_settings, access_log) },
	{ "templates", 't', "DIR", "templates that add to or replace ours",
		set_templates },
};

static const struct command_line line = {
	.usage = "twinmap serve [OPTION...] ARCHIVE",
	.summary = "Shows the snapshots of ARCHIVE in a browser, until it is "
		   "interrupted.",
	.rules = rules,
	.rule_count = COUNT(rules),
	.least_operands = 1,
	.most_operands = 1,
};

void
serve_options_read(struct serve_settings *settings, int argc, char **argv)
{
	settings->listeners.port = DEFAULT_PORT;
	settings->archive =
		argv[command_line_read(&line, argc, argv, settings)];
	settings->listeners.is_secure = settings->certificate != NULL;
}

static bool
is_guarded(const struct serve_settings *settings)
{
	return settings->users != NULL || settings->proxies.user_field != NULL;
}

static bool
is_open_to_others(const struct serve_settings *settings)
{
	return !settings->is_public && !is_guarded(settings) &&
		!listeners_are_private(&settings->listeners);
}

static bool
shows_passwords(const struct serve_settings *settings)
{
	return settings->users != NULL && settings->certificate == NULL &&
		settings->proxies.count == 0 &&
		!listeners_are_private(&settings->listeners);
}

static bool
lacks_half_of_pair(const struct serve_settings *settings)
{
	return (settings->certificate == NULL) != (settings->key == NULL);
}

static bool
trusts_nobody(const struct serve_settings *settings)
{
	return settings->proxies.user_field != NULL &&
		settings->proxies.count == 0;
}

static bool
is_guarded_and_public(const struct serve_settings *settings)
{
	return settings->is_public && is_guarded(settings);
}

static const struct {
	bool (*holds)(const struct serve_settings *);
	const char *complaint;
} mistakes[] = {
	{ lacks_half_of_pair,
		"--certificate and --key: one is of no use without the other" },
	{ trusts_nobody,
		"--proxy-user-header: whose word counts? --proxy tells" },
	{ is_guarded_and_public,
		"--public: with --users or --proxy-user-header nobody comes in "
		"without saying who he is" },
	{ is_open_to_others,
		"--listen: others can reach this address, and there is no "
		"authentication; give --users or --proxy-user-header, or "
		"--public if everybody may read the archive" },
	{ shows_passwords,
		"--users: passwords would cross the network for all to see; "
		"give --certificate and --key, or the --proxy that has them" },
};

int
serve_options_check(const struct serve_settings *settings)
{
	for (size_t i = 0; i < COUNT(mistakes); i++)
		if (mistakes[i].holds(settings)) {
			log_error("%s", mistakes[i].complaint);
			return -1;
		}
	return 0;
}
