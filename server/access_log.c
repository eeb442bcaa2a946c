/* access_log.c -- a line for each answer, in the combined format. */
#include "access_log.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "log.h"

/* What poll calls writable takes 4096 bytes at once, also of a pipe: a line has
 * five words of clients. */
enum { QUOTED_MOST = 700 };

int
access_log_open(struct access_log *log, const char *path)
{
	*log = (struct access_log){ .file = -1 };
	if (path == NULL)
		return 0;
	log->file = strcmp(path, "-") == 0
		? fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 0)
		: open(path,
			  O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOCTTY,
			  0640);
	if (log->file >= 0)
		return 0;
	log_error("--access-log: %s: %s", path, strerror(errno));
	return -1;
}

void
access_log_close(struct access_log *log)
{
	if (log->file >= 0)
		close(log->file);
	log->file = -1;
}

void
access_log_quote(struct text *text, const char *said)
{
	size_t most = text->length + QUOTED_MOST;

	for (; *said != '\0' && text->length < most; said++)
		if ((unsigned char)*said <= ' ' || *said == '"' ||
			*said == '\\' || *said == 0x7f)
			text_format(text, "\\x%02X", (unsigned char)*said);
		else
			text_append_bytes(text, said, 1);
	if (*said != '\0')
		text_append(text, "...");
}

static void
quote_field(
	struct text *text, const struct http_request *request, const char *name)
{
	const char *value = http_request_field(request, name);

	text_append(text, " \"");
	access_log_quote(text, value != NULL ? value : "-");
	text_append(text, "\"");
}

/* Whom the password or the proxy vouched for. */
static void
quote_user(struct text *text, const struct access *access,
	const struct http_request *request, const struct http_answer *answer)
{
	const struct proxies *proxies = &access->proxies;
	struct http_credentials given;
	const char *named = NULL;

	if (proxies->user_field != NULL &&
		proxies_have(proxies, &request->peer))
		named = http_request_field(request, proxies->user_field);
	if (named != NULL || access->users == NULL || answer->status == 401 ||
		answer->status == 429 ||
		!http_request_credentials(request, &given)) {
		access_log_quote(text, named != NULL ? named : "-");
		return;
	}
	access_log_quote(text, given.name);
	http_credentials_free(&given);
}

static void
print_time(struct text *text)
{
	char words[sizeof("[17/Sep/2026:08:15:00 +0000]")];
	time_t now = time(NULL);
	struct tm utc;

	gmtime_r(&now, &utc);
	strftime(words, sizeof(words), "[%d/%b/%Y:%H:%M:%S +0000]", &utc);
	text_append(text, words);
}

static void
print_line(struct text *text, const struct access *access,
	const struct http_request *request, const struct http_answer *answer)
{
	const char *forwarded =
		http_request_values(request, "X-Forwarded-For").last;
	struct ip_address client =
		proxies_client(&access->proxies, &request->peer, forwarded);
	char address[IP_TEXT_SIZE];

	text_format(text, "%s - ", ip_text(&client, address));
	quote_user(text, access, request, answer);
	text_append(text, " ");
	print_time(text);
	text_append(text, " \"");
	access_log_quote(text, request->method);
	text_append(text, " ");
	access_log_quote(text, request->path);
	text_format(text, " HTTP/1.1\" %d %lld", answer->status,
		(long long)answer->length + (long long)answer->body.length);
	quote_field(text, request, "Referer");
	quote_field(text, request, "User-Agent");
	text_append(text, "\n");
}

static void
write_line(struct access_log *log, struct text *line)
{
	struct pollfd ready = { log->file, POLLOUT, 0 };
	struct text lost = { 0 };

	if (poll(&ready, 1, 0) != 1 || (ready.revents & POLLOUT) == 0) {
		log->lost++;
		return;
	}
	if (log->lost > 0) {
		text_format(&lost, "# %lld lines were lost\n",
			(long long)log->lost);
		text_append(&lost, line->bytes);
	}
	if (write(log->file, lost.length > 0 ? lost.bytes : line->bytes,
		    lost.length > 0 ? lost.length : line->length) < 0)
		log->lost++;
	else
		log->lost = 0;
	text_free(&lost);
}

void
access_log_tell(struct access_log *log, const struct access *access,
	const struct http_request *request, const struct http_answer *answer)
{
	struct text line = { 0 };

	if (log->file < 0)
		return;
	print_line(&line, access, request, answer);
	write_line(log, &line);
	text_free(&line);
}
