/* fuzz_input.h -- fuzz bytes, taken as what an agent sends.
 *
 * Past the end all is zero. What is made of them lies in memory of its exact
 * size, so that nobody reads behind it unseen. */
#ifndef FUZZ_INPUT_H
#define FUZZ_INPUT_H

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "memory.h"

struct input {
	const uint8_t *at;
	size_t left;
};

static inline uint32_t
input_octet(struct input *input)
{
	if (input->left == 0)
		return 0;
	input->left--;
	return *input->at++;
}

/* Below 240 an octet stands for itself; 240 to 254 begin a number of 16 bits,
 * 255 one of 32. */
static inline uint32_t
input_number(struct input *input)
{
	uint32_t first = input_octet(input);
	uint32_t number = 0;

	if (first < 240)
		return first;
	for (int i = first == 255 ? 4 : 2; i > 0; i--)
		number = number << 8 | input_octet(input);
	return number;
}

/* Both: free() them. Never NULL. */
static inline uint32_t *
input_numbers(struct input *input, size_t count)
{
	uint32_t *numbers = malloc(count * sizeof(*numbers) + (count == 0));

	if (numbers == NULL)
		abort();
	for (size_t i = 0; i < count; i++)
		numbers[i] = input_number(input);
	return numbers;
}

static inline uint8_t *
input_octets(struct input *input, size_t count)
{
	uint8_t *octets = malloc(count + (count == 0));

	if (octets == NULL)
		abort();
	for (size_t i = 0; i < count; i++)
		octets[i] = (uint8_t)input_octet(input);
	return octets;
}

#endif
