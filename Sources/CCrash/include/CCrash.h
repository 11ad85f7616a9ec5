// Gives the terminal back when the program crashes: a Swift trap does not unwind, so no `defer` runs.
#ifndef PAYDOWN_CCRASH_H
#define PAYDOWN_CCRASH_H

#include <stddef.h>
#include <termios.h>

// Handles SIGILL, SIGTRAP, SIGSEGV, SIGABRT, SIGBUS and SIGFPE from now on; a second call does nothing.
//
// On a crash the armed terminal is restored and the signal is handed to whoever handled it before, which
// is Swift's backtracer or the default action. Standard input is replaced by /dev/null before that when it is
// a terminal: the backtracer would otherwise ask a question there and wait 30 s for an answer.
void paydown_crash_install(void);

// From now on a crash writes the bytes to the descriptor and sets its modes. At most 512 bytes are kept.
//
// `diverted` holds what was written to standard error meanwhile: it is copied to `original`, which becomes
// standard error again. Both are -1 when nothing is diverted.
void paydown_crash_arm(int descriptor, const struct termios *modes, const char *bytes, size_t count, int diverted,
                       int original);

// From now on a crash leaves the terminal alone.
void paydown_crash_disarm(void);

#endif
