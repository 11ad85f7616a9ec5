// A definition of malloc in the program stands before the C library's, for the shared libraries too. Each
// counts for its own thread and goes on to the C library's by its inner name.
#define _GNU_SOURCE
#include "CAllocations.h"

#include <errno.h>
#include <stddef.h>

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer) || __has_feature(memory_sanitizer)
#define PAYDOWN_HAS_SANITIZER 1
#endif
#endif

#ifdef PAYDOWN_HAS_SANITIZER

long paydown_allocations(void) { return -1; }
long paydown_live_allocations(void) { return 0; }

#else

extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *memory, size_t size);
extern void *__libc_memalign(size_t alignment, size_t size);
extern void __libc_free(void *memory);

static __thread long allocations;
static __thread long live;

long paydown_allocations(void) { return allocations; }
long paydown_live_allocations(void) { return live; }

void *malloc(size_t size) {
    allocations++;
    live++;
    return __libc_malloc(size);
}

void *calloc(size_t count, size_t size) {
    allocations++;
    live++;
    return __libc_calloc(count, size);
}

void *realloc(void *memory, size_t size) {
    allocations++;
    // Out of nothing it makes one, to nothing it frees one.
    if (memory == NULL) live++;
    else if (size == 0) live--;
    return __libc_realloc(memory, size);
}

void *aligned_alloc(size_t alignment, size_t size) {
    allocations++;
    live++;
    return __libc_memalign(alignment, size);
}

int posix_memalign(void **memory, size_t alignment, size_t size) {
    allocations++;
    live++;
    void *made = __libc_memalign(alignment, size);
    if (made == NULL) return ENOMEM;
    *memory = made;
    return 0;
}

void free(void *memory) {
    if (memory != NULL) live--;
    __libc_free(memory);
}

#endif
