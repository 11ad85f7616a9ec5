#define _GNU_SOURCE
#include "CLinux.h"

#include <errno.h>
#include <malloc.h>
#include <signal.h>
#include <spawn.h>
#include <sys/eventfd.h>
#include <sys/mman.h>
#include <sys/signalfd.h>
#include <sys/syscall.h>
#include <unistd.h>

int paydown_signalfd(const int *signals, int count) {
    sigset_t set;
    sigemptyset(&set);
    for (int index = 0; index < count; index++) sigaddset(&set, signals[index]);
    return signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
}

int paydown_signalfd_read(int descriptor) {
    struct signalfd_siginfo info;
    ssize_t count;
    do {
        count = read(descriptor, &info, sizeof info);
    } while (count < 0 && errno == EINTR);
    return count == (ssize_t)sizeof info ? (int)info.ssi_signo : 0;
}

int paydown_eventfd(void) {
    return eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
}

int paydown_memory_file(void) {
    return memfd_create("paydown-frame", MFD_CLOEXEC);
}

ptrdiff_t paydown_read_folder(int descriptor, void *buffer, size_t size) {
    return syscall(SYS_getdents64, descriptor, buffer, size);
}

short paydown_spawn_setsid(void) {
    return POSIX_SPAWN_SETSID;
}

void paydown_save_memory(void) {
#ifdef __GLIBC__
    mallopt(M_ARENA_MAX, 1);
#endif
}

void paydown_trim_memory(void) {
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}
