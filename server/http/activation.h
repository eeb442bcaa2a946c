/* activation.h -- what systemd hands over and hears, without its library.
 *
 * Sockets that listen already (LISTEN_FDS, sd_listen_fds(3)), and the word that
 * the service is ready (NOTIFY_SOCKET, sd_notify(3)). */
#ifndef SERVER_ACTIVATION_H
#define SERVER_ACTIVATION_H

#include "listen.h"

/* Takes over the sockets that were handed over, if any; -1 after logging. */
int activation_take(struct listeners *);
void activation_tell(const char *state); /* "READY=1" */

#endif
