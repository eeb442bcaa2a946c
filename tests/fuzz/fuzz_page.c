/* fuzz_page.c -- for any bytes of a device, a page shows them and no more. */
#include <stdint.h>
#include <stdio.h>

#include "render/roundtrip.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	char *text = memory_zeroed(size + 1);
	const char *problem;

	memcpy(text, bytes, size);
	problem = roundtrip(text, NULL);
	free(text);
	if (problem == NULL)
		return 0;
	fprintf(stderr, "%s\n", problem);
	abort();
}
