#define _GNU_SOURCE
#include "CCrash.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <unistd.h>

// Everything a handler touches is here, set before `armed_descriptor` is: a handler must not allocate or lock.
static struct termios armed_modes;
static char armed_bytes[512];
static size_t armed_count;
static int armed_diverted = -1;
static int armed_original = -1;
static _Atomic int armed_descriptor = -1;

static const int crash_signals[] = {SIGILL, SIGTRAP, SIGSEGV, SIGABRT, SIGBUS, SIGFPE};
enum { crash_signal_count = sizeof crash_signals / sizeof crash_signals[0] };
static struct sigaction earlier[crash_signal_count];
static _Atomic int installed;

static void write_all(int descriptor, const char *bytes, size_t count) {
    while (count > 0) {
        ssize_t written = write(descriptor, bytes, count);
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return;
        bytes += written;
        count -= (size_t)written;
    }
}

// What the runtime said before the trap went to the diverted file.
static void restore_standard_error(void) {
    if (armed_diverted < 0) return;
    dup2(armed_original, STDERR_FILENO);
    char buffer[1024];
    off_t offset = 0;
    ssize_t count;
    while ((count = pread(armed_diverted, buffer, sizeof buffer, offset)) > 0) {
        write_all(STDERR_FILENO, buffer, (size_t)count);
        offset += count;
    }
}

static void restore_terminal(void) {
    // Taken once: a crash while restoring must not come back here.
    int descriptor = atomic_exchange(&armed_descriptor, -1);
    if (descriptor < 0) return;
    // A background job leaves the terminal to the one in front; writing would stop it with SIGTTOU.
    pid_t group = tcgetpgrp(descriptor);
    if (group >= 0 && group != getpgrp()) return;
    write_all(descriptor, armed_bytes, armed_count);
    tcsetattr(descriptor, TCSANOW, &armed_modes);
    restore_standard_error();
}

static void silence_question(void) {
    if (!isatty(STDIN_FILENO)) return;
    int nothing = open("/dev/null", O_RDONLY | O_CLOEXEC);
    if (nothing < 0) return;
    dup2(nothing, STDIN_FILENO);
    close(nothing);
}

static void handle_crash(int number, siginfo_t *info, void *context) {
    int saved = errno;
    restore_terminal();
    silence_question();
    errno = saved;
    struct sigaction *before = NULL;
    for (int index = 0; index < crash_signal_count; index++) {
        if (crash_signals[index] == number) before = &earlier[index];
    }
    // The earlier action is put back first: a fault repeats when the handler returns, a sent signal is raised again.
    if (before != NULL) sigaction(number, before, NULL);
    if (before != NULL && (before->sa_flags & SA_SIGINFO) && before->sa_sigaction != NULL) {
        before->sa_sigaction(number, info, context);
        return;
    }
    if (before != NULL && before->sa_handler != SIG_DFL && before->sa_handler != SIG_IGN) {
        before->sa_handler(number);
        return;
    }
    signal(number, SIG_DFL);
    raise(number);
}

// Swift's runtime gives one to the main thread, but not when its backtracer is switched off.
static void give_alternate_stack(void) {
    static char memory[64 * 1024];
    stack_t present;
    if (sigaltstack(NULL, &present) != 0 || !(present.ss_flags & SS_DISABLE)) return;
    stack_t stack = {.ss_sp = memory, .ss_flags = 0, .ss_size = sizeof memory};
    sigaltstack(&stack, NULL);
}

void paydown_crash_install(void) {
    int expected = 0;
    if (!atomic_compare_exchange_strong(&installed, &expected, 1)) return;
    give_alternate_stack();
    for (int index = 0; index < crash_signal_count; index++) {
        struct sigaction action;
        memset(&action, 0, sizeof action);
        action.sa_sigaction = handle_crash;
        // On the alternate stack, if there is one: a stack overflow has no room on its own.
        action.sa_flags = SA_SIGINFO | SA_ONSTACK;
        sigemptyset(&action.sa_mask);
        sigaction(crash_signals[index], &action, &earlier[index]);
    }
}

void paydown_crash_arm(int descriptor, const struct termios *modes, const char *bytes, size_t count, int diverted,
                       int original) {
    atomic_store(&armed_descriptor, -1);
    if (count > sizeof armed_bytes) count = sizeof armed_bytes;
    armed_modes = *modes;
    memcpy(armed_bytes, bytes, count);
    armed_count = count;
    armed_diverted = diverted;
    armed_original = original;
    atomic_store(&armed_descriptor, descriptor);
}

void paydown_crash_disarm(void) {
    atomic_store(&armed_descriptor, -1);
}
