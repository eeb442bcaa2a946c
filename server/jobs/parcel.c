/* parcel.c -- an answer on its way from a worker to the client.
 *
 *   head line, body     as the job wrote them (jobs.h)
 *   body compressed     or nothing
 *   struct label        of fixed size: where the parts begin and end
 *
 * A worker has read what anybody may have written into a snapshot: the server
 * believes nothing of a label that does not fit the file. */
#include "parcel.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "gzip.h"
#include "log.h"
#include "memory.h"

enum {
	WORTH_PACKING = 1024,
	TOO_LONG_TO_PACK = 64 << 20, /* seconds */
	LEAST_STATUS = 200,
	MOST_STATUS = 599,
};

struct label {
	int64_t head_length;
	int64_t body_length;
	int64_t packed_length;
	char hash[HASH_SIZE];
};

/* Types whose bodies are text. */
static const char *const texts[] = { "text/", "application/json",
	"application/problem+json", "application/openapi+json",
	"image/svg+xml" };

static bool
is_text(const char *head)
{
	for (size_t i = 0; i < COUNT(texts); i++)
		if (strncmp(head + strlen("200 "), texts[i],
			    strlen(texts[i])) == 0)
			return true;
	return false;
}

/* Nothing where it would save too little. */
static void
pack(const char *head, const char *body, struct label *label, struct text *out)
{
	if (label->body_length < WORTH_PACKING ||
		label->body_length > TOO_LONG_TO_PACK || !is_text(head))
		return;
	gzip_bytes(body, (size_t)label->body_length, out);
	if ((int64_t)out->length < label->body_length)
		label->packed_length = (int64_t)out->length;
}

static int
append(int file, const void *bytes, size_t length)
{
	const char *next = bytes;

	lseek(file, 0, SEEK_END);
	while (length > 0) {
		ssize_t count = write(file, next, length);

		if (count < 0)
			return -1;
		next += count;
		length -= (size_t)count;
	}
	return 0;
}

static int
wrap(int file, const char *answer, size_t length)
{
	const char *end = memchr(answer, '\n', length);
	struct label label = { 0 };
	struct text packed = { 0 };
	int result;

	if (end == NULL || end - answer >= PARCEL_HEAD_SIZE ||
		end - answer < (ptrdiff_t)sizeof("200 x/y") - 1)
		return -1;
	label.head_length = end + 1 - answer;
	label.body_length = (int64_t)length - label.head_length;
	hash_bytes(end + 1, (size_t)label.body_length, label.hash);
	pack(answer, end + 1, &label, &packed);
	result = append(file, packed.bytes, (size_t)label.packed_length);
	if (result == 0)
		result = append(file, &label, sizeof(label));
	text_free(&packed);
	return result;
}

int
parcel_wrap(int file)
{
	struct stat status = { 0 };
	char *answer = MAP_FAILED;
	int result = -1;

	if (fstat(file, &status) == 0 && status.st_size > 0)
		answer = mmap(NULL, (size_t)status.st_size, PROT_READ,
			MAP_SHARED, file, 0);
	if (answer != MAP_FAILED) {
		result = wrap(file, answer, (size_t)status.st_size);
		munmap(answer, (size_t)status.st_size);
	}
	if (result != 0)
		log_error("an answer is none: its first line is missing, or "
			  "there is no room");
	return result;
}

static bool
label_fits(const struct label *label, int64_t size)
{
	int64_t room = size - (int64_t)sizeof(*label);

	if (label->head_length <= 0 || label->head_length >= PARCEL_HEAD_SIZE)
		return false;
	room -= label->head_length;
	return label->body_length >= 0 && label->body_length <= room &&
		label->packed_length == room - label->body_length &&
		strspn(label->hash, "0123456789abcdef") == HASH_SIZE - 1;
}

/* "200 TYPE<tab>FIELD: VALUE\n" to strings behind each other. */
static int
read_head(struct parcel *parcel)
{
	char *end;

	parcel->status = (int)strtol(parcel->head, &end, 10);
	if (parcel->status < LEAST_STATUS || parcel->status > MOST_STATUS ||
		*end != ' ')
		return -1;
	memmove(parcel->head, end + 1, strlen(end + 1) + 1);
	for (char *c = parcel->head; *c != '\0'; c++)
		if (*c == '\t' || *c == '\n')
			*c = '\0';
		else if (*c < ' ' || *c > '~')
			return -1;
	return 0;
}

static int
read_parcel(struct parcel *parcel)
{
	struct stat status;
	struct label label;
	ssize_t length;

	if (fstat(parcel->file, &status) != 0 ||
		pread(parcel->file, &label, sizeof(label),
			status.st_size - (off_t)sizeof(label)) !=
			(ssize_t)sizeof(label))
		return -1;
	label.hash[HASH_SIZE - 1] = '\0';
	if (!label_fits(&label, status.st_size))
		return -1;
	length =
		pread(parcel->file, parcel->head, (size_t)label.head_length, 0);
	if (length != label.head_length)
		return -1;
	parcel->offset = label.head_length;
	parcel->length = label.body_length;
	parcel->packed_length = label.packed_length;
	strcpy(parcel->hash, label.hash);
	return read_head(parcel);
}

int
parcel_open(struct parcel *parcel, int file)
{
	*parcel = (struct parcel){ .file = file };
	if (read_parcel(parcel) == 0)
		return 0;
	log_error("a worker's answer is none");
	return -1;
}

const char *
parcel_field(const struct parcel *parcel, int index)
{
	const char *field = parcel->head;

	while (index-- > 0 && *field != '\0')
		field += strlen(field) + 1;
	return *field != '\0' ? field : NULL;
}
