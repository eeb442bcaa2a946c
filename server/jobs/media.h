/* media.h -- what a file is, by the end of its name. */
#ifndef SERVER_MEDIA_H
#define SERVER_MEDIA_H

struct media {
	const char *suffix;
	const char *type;
	const char *policy; /* Content-Security-Policy; NULL: none */
};

/* Of our own HTML pages: no script, style or picture from anywhere else. */
extern const char page_policy[];

/* Never NULL: what is unknown is bytes. */
const struct media *media_of(const char *path);
/* Of a type; NULL when it has none. */
const char *media_policy(const char *type);

#endif
