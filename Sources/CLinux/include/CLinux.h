// Linux calls that the Glibc module does not have.
#ifndef PAYDOWN_CLINUX_H
#define PAYDOWN_CLINUX_H

#include <stddef.h>
#include <stdint.h>

// A descriptor that becomes readable when one of the signals waits; close-on-exec, non-blocking. -1 and errno on failure.
int paydown_signalfd(const int *signals, int count);

// The number of the next waiting signal, or 0 when none waits.
int paydown_signalfd_read(int descriptor);

// A counter that wakes a poll; close-on-exec, non-blocking. -1 and errno on failure.
int paydown_eventfd(void);

// A nameless file in memory; close-on-exec. -1 and errno on failure.
int paydown_memory_file(void);

// Entries of an open folder from where the last call ended, as getdents64(2) has them: how many bytes, 0 at the end. -1 and
// errno on failure.
ptrdiff_t paydown_read_folder(int descriptor, void *buffer, size_t size);

// Makes a process that is spawned the leader of a session of its own.
short paydown_spawn_setsid(void);

// One heap for all threads that are started from now on.
void paydown_save_memory(void);

// Gives the system back what was let go.
void paydown_trim_memory(void);

#endif
