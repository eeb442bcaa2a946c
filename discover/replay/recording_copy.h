/* recording_copy.h -- one recording as many devices that are told apart. */
#ifndef DISCOVER_RECORDING_COPY_H
#define DISCOVER_RECORDING_COPY_H

#include "recording.h"

/* Shares all variables with the original, which must outlive it, but for what
 * identifies a device: those values end in the number. To be freed as any
 * recording. */
struct recording *recording_copy(
	const struct recording *original, unsigned number);

#endif
