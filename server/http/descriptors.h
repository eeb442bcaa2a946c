/* descriptors.h -- how many files and sockets the process may have open. */
#ifndef SERVER_DESCRIPTORS_H
#define SERVER_DESCRIPTORS_H

/* Raises the limit to what so many connections need, as far as that is
 * allowed; warns where it is less. Returns the limit. */
int descriptors_raise(int connections);
/* How many connections so many descriptors are enough for: who can take no
 * more must not accept, the loop would wake up for ever. */
int descriptors_room(int descriptors);

#endif
