/* conversation_mail.c -- SMTP (RFC 5321, STARTTLS of RFC 3207) and IMAP (RFC
 * 3501), as far as one looks who asks whether they are there. */
#include <string.h>
#include <strings.h>

#include "conversation.h"

struct command {
	const char *word;
	void (*answer)(struct conversation *, const char *tag);
};

static const struct command *
command_find(const struct command *commands, size_t count, const char *line)
{
	size_t length = strcspn(line, " ");

	for (size_t i = 0; i < count; i++)
		if (strlen(commands[i].word) == length &&
			strncasecmp(commands[i].word, line, length) == 0)
			return &commands[i];
	return NULL;
}

void
smtp_greet(struct conversation *talk)
{
	text_format(&talk->said, "220 %s ESMTP\r\n", talk->host);
}

static void
smtp_ehlo(struct conversation *talk, const char *tag)
{
	(void)tag;
	text_format(&talk->said, "250-%s\r\n", talk->host);
	if (!talk->is_secret)
		text_append(&talk->said, "250-STARTTLS\r\n");
	text_append(&talk->said, "250 8BITMIME\r\n");
}

static void
smtp_helo(struct conversation *talk, const char *tag)
{
	(void)tag;
	text_format(&talk->said, "250 %s\r\n", talk->host);
}

static void
smtp_noop(struct conversation *talk, const char *tag)
{
	(void)tag;
	text_append(&talk->said, "250 2.0.0 Ok\r\n");
}

static void
smtp_starttls(struct conversation *talk, const char *tag)
{
	(void)tag;
	if (talk->is_secret) {
		text_append(&talk->said, "503 5.5.1 TLS is there\r\n");
		return;
	}
	text_append(&talk->said, "220 2.0.0 Ready to start TLS\r\n");
	talk->wants_tls = true;
}

static void
smtp_mail(struct conversation *talk, const char *tag)
{
	(void)tag;
	text_append(&talk->said, "550 5.7.1 This server takes no mail\r\n");
}

static void
smtp_quit(struct conversation *talk, const char *tag)
{
	(void)tag;
	text_append(&talk->said, "221 2.0.0 Bye\r\n");
	talk->ends = true;
}

void
smtp_line(struct conversation *talk, const char *line)
{
	static const struct command commands[] = {
		{ "EHLO", smtp_ehlo },
		{ "HELO", smtp_helo },
		{ "NOOP", smtp_noop },
		{ "RSET", smtp_noop },
		{ "STARTTLS", smtp_starttls },
		{ "MAIL", smtp_mail },
		{ "QUIT", smtp_quit },
	};
	const struct command *command =
		command_find(commands, COUNT(commands), line);

	if (command != NULL)
		command->answer(talk, NULL);
	else
		text_append(&talk->said, "502 5.5.2 Unknown command\r\n");
}

void
imap_greet(struct conversation *talk)
{
	text_format(&talk->said,
		"* OK [CAPABILITY IMAP4rev1 LOGINDISABLED] %s ready\r\n",
		talk->host);
}

static void
imap_capability(struct conversation *talk, const char *tag)
{
	text_format(&talk->said,
		"* CAPABILITY IMAP4rev1 LOGINDISABLED\r\n%s OK done\r\n", tag);
}

static void
imap_noop(struct conversation *talk, const char *tag)
{
	text_format(&talk->said, "%s OK done\r\n", tag);
}

static void
imap_logout(struct conversation *talk, const char *tag)
{
	text_format(&talk->said, "* BYE\r\n%s OK done\r\n", tag);
	talk->ends = true;
}

/* "a1 LOGOUT" */
void
imap_line(struct conversation *talk, const char *line)
{
	static const struct command commands[] = {
		{ "CAPABILITY", imap_capability },
		{ "NOOP", imap_noop },
		{ "LOGOUT", imap_logout },
	};
	size_t length = strcspn(line, " ");
	const char *rest = line + length + (line[length] == ' ');
	const struct command *command =
		command_find(commands, COUNT(commands), rest);
	struct text tag = { 0 };

	text_append_bytes(&tag, line, length);
	if (length == 0 || command == NULL)
		text_format(&talk->said, "%s BAD unknown command\r\n",
			length > 0 ? tag.bytes : "*");
	else
		command->answer(talk, tag.bytes);
	text_free(&tag);
}
