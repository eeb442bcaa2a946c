/* stream.h -- a talk over TCP, encrypted or not. */
#ifndef DISCOVER_STREAM_H
#define DISCOVER_STREAM_H

#include "question.h"

/* For every talk of talks.h but those over UDP. */
ask stream_ask;
/* The same over UDP: one message, one answer. */
ask datagram_ask;

#endif
