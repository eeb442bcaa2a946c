/* progress.c -- how much of an answer has arrived.
 *
 * Of the kernel's headers: those of libc know less of TCP. */
#include "progress.h"

#include <linux/tcp.h>
#include <netinet/in.h>
#include <sys/socket.h>

bool
progress_of(int socket, struct progress *progress)
{
	struct tcp_info info = { 0 };
	socklen_t size = sizeof(info);

	if (getsockopt(socket, IPPROTO_TCP, TCP_INFO, &info, &size) != 0)
		return false;
	progress->arrived = (int64_t)info.tcpi_bytes_acked;
	progress->is_waiting =
		info.tcpi_unacked > 0 || info.tcpi_notsent_bytes > 0;
	return true;
}
