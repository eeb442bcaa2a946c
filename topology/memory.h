/* memory.h -- memory that cannot run out, arenas, growing text.
 *
 * Out of memory ends the program with a message, so no caller checks for it.
 * Ownership: what an arena gives dies with the arena and is never freed
 * singly; a `struct text` belongs to whoever declared it. */
#ifndef TOPOLOGY_MEMORY_H
#define TOPOLOGY_MEMORY_H

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

#define PRINTF_LIKE(position, first) \
	__attribute__((format(printf, position, first)))

/* Zero-filled; release with free(). */
void *memory_zeroed(size_t size);
void *memory_resized(void *old, size_t size);
char *memory_text(const char *text);

/* Makes room for one more element in a growing array: `*capacity` counts
 * elements, `array` may be NULL at first. Returns the (moved) array. */
void *memory_grown(
	void *array, size_t count, size_t *capacity, size_t element_size);

struct arena;

struct arena *arena_create(void);
void arena_free(struct arena *);
/* Zero-filled and aligned for any type. */
void *arena_allocate(struct arena *, size_t size);
/* NULL stays NULL. */
char *arena_text(struct arena *, const char *text);
void *arena_copy(struct arena *, const void *bytes, size_t length);
char *arena_format(struct arena *, const char *format, ...) PRINTF_LIKE(2, 3);
/* Bytes taken so far, for the figures that a crawl prints. */
size_t arena_size(const struct arena *);

/* Growing text: starts as { 0 }, `bytes` is NUL-terminated once anything was
 * appended and NULL before. */
struct text {
	char *bytes;
	size_t length;
	size_t capacity;
};

void text_append(struct text *, const char *string);
void text_append_bytes(struct text *, const void *bytes, size_t length);
void text_format(struct text *, const char *format, ...) PRINTF_LIKE(2, 3);
void text_clear(struct text *);
void text_free(struct text *);

#endif
