/* replay_socket.h -- a UDP socket that answers for every address. */
#ifndef DISCOVER_REPLAY_SOCKET_H
#define DISCOVER_REPLAY_SOCKET_H

/* Bound to the wildcard address of the family; says where each packet was sent
 * to and may send from any address. -1 with errno. */
int replay_socket_open(int family, int port);

#endif
