/* memory.c -- memory that cannot run out, arenas, growing text.
 *
 * An arena hands out slices of large blocks, so that all that one device (or
 * one page) needs is freed in a few calls. A request larger than a block gets
 * a block of its own. */
#include "memory.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK_SIZE = 32 * 1024, ALIGNMENT = 16 };

struct block {
	struct block *next;
	size_t used;
	size_t size;
	_Alignas(ALIGNMENT) unsigned char bytes[];
};

struct arena {
	struct block *blocks;
	size_t size;
};

static void *
checked(void *memory, size_t size)
{
	if (memory != NULL || size == 0)
		return memory;
	fprintf(stderr, "twinmap: out of memory (%zu bytes asked)\n", size);
	abort();
}

void *
memory_zeroed(size_t size)
{
	return checked(calloc(1, size), size);
}

void *
memory_resized(void *old, size_t size)
{
	return checked(realloc(old, size), size);
}

char *
memory_text(const char *text)
{
	return checked(strdup(text), strlen(text) + 1);
}

void *
memory_grown(void *array, size_t count, size_t *capacity, size_t element_size)
{
	if (count < *capacity)
		return array;
	*capacity = *capacity == 0 ? 8 : *capacity * 2;
	return memory_resized(array, *capacity * element_size);
}

struct arena *
arena_create(void)
{
	return memory_zeroed(sizeof(struct arena));
}

void
arena_free(struct arena *arena)
{
	if (arena == NULL)
		return;
	for (struct block *block = arena->blocks; block != NULL;) {
		struct block *next = block->next;

		free(block);
		block = next;
	}
	free(arena);
}

static struct block *
arena_add_block(struct arena *arena, size_t size)
{
	struct block *block = memory_zeroed(sizeof(*block) + size);

	block->size = size;
	block->next = arena->blocks;
	arena->blocks = block;
	arena->size += sizeof(*block) + size;
	return block;
}

void *
arena_allocate(struct arena *arena, size_t size)
{
	size_t rounded = (size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
	struct block *block = arena->blocks;
	void *memory;

	if (block == NULL || block->size - block->used < rounded)
		block = arena_add_block(
			arena, rounded > BLOCK_SIZE ? rounded : BLOCK_SIZE);
	memory = block->bytes + block->used;
	block->used += rounded;
	return memory;
}

void *
arena_copy(struct arena *arena, const void *bytes, size_t length)
{
	char *copy = arena_allocate(arena, length + 1);

	if (length > 0)
		memcpy(copy, bytes, length);
	return copy;
}

char *
arena_text(struct arena *arena, const char *text)
{
	return text == NULL ? NULL : arena_copy(arena, text, strlen(text));
}

char *
arena_format(struct arena *arena, const char *format, ...)
{
	va_list arguments;
	char *text;
	int length;

	va_start(arguments, format);
	length = vsnprintf(NULL, 0, format, arguments);
	va_end(arguments);
	text = arena_allocate(arena, (size_t)length + 1);
	va_start(arguments, format);
	vsnprintf(text, (size_t)length + 1, format, arguments);
	va_end(arguments);
	return text;
}

size_t
arena_size(const struct arena *arena)
{
	return arena->size;
}

static void
text_reserve(struct text *text, size_t more)
{
	size_t needed = text->length + more + 1;

	if (needed <= text->capacity)
		return;
	text->capacity = needed < 64 ? 64 : needed * 2;
	text->bytes = memory_resized(text->bytes, text->capacity);
}

void
text_append_bytes(struct text *text, const void *bytes, size_t length)
{
	text_reserve(text, length);
	if (length > 0)
		memcpy(text->bytes + text->length, bytes, length);
	text->length += length;
	text->bytes[text->length] = '\0';
}

void
text_append(struct text *text, const char *string)
{
	text_append_bytes(text, string, strlen(string));
}

void
text_format(struct text *text, const char *format, ...)
{
	va_list arguments;
	int length;

	va_start(arguments, format);
	length = vsnprintf(NULL, 0, format, arguments);
	va_end(arguments);
	text_reserve(text, (size_t)length);
	va_start(arguments, format);
	vsnprintf(text->bytes + text->length, (size_t)length + 1, format,
		arguments);
	va_end(arguments);
	text->length += (size_t)length;
}

void
text_clear(struct text *text)
{
	text->length = 0;
	if (text->bytes != NULL)
		text->bytes[0] = '\0';
}

void
text_free(struct text *text)
{
	free(text->bytes);
	*text = (struct text){ 0 };
}
