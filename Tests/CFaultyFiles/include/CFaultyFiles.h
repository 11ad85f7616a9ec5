// Files of SQLite that fail when they are told to, for tests of what a history keeps then.
#ifndef PAYDOWN_CFAULTYFILES_H
#define PAYDOWN_CFAULTYFILES_H

#include <stdint.h>

enum paydown_fault {
    // One operation fails, those after it do not: a moment's trouble.
    PAYDOWN_FAULT_ONCE = 0,
    // It and all after it fail: a full disk, or one that is gone.
    PAYDOWN_FAULT_FOR_GOOD = 1,
    // As before, and a write that fails has written half of its bytes: the power went.
    PAYDOWN_FAULT_TORN = 2,
};

// Puts itself between SQLite and its files from now on; only files with that text in their paths are ever touched.
// Returns 0 when it is in place.
int paydown_faulty_install(const char *mark);

// The n-th operation from now on fails, counted from 1; 0 for none. Operations are those that change files: opening to
// write, writing, truncating, bringing to the disk, deleting.
void paydown_faulty_arm(int64_t nth, int fault);

// How many operations there were since then.
int64_t paydown_faulty_count(void);

#endif
