// Counts the allocations of a thread, for tests that claim there are none.
#ifndef PAYDOWN_CALLOCATIONS_H
#define PAYDOWN_CALLOCATIONS_H

// Calls of malloc, calloc, realloc and their aligned relatives in this thread since it began; -1 in a build
// with a sanitizer, which has an allocator of its own.
long paydown_allocations(void);

// How many allocations this thread has made and not freed since it began, less what it freed of others'; 0 in a build
// with a sanitizer. Two equal numbers around some work say that it left nothing behind.
long paydown_live_allocations(void);

#endif
