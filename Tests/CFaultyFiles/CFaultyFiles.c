#include "CFaultyFiles.h"

#include <sqlite3.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>

// A file of ours begins with SQLite's own header; the file of the VFS beneath lies behind it.
typedef struct {
    sqlite3_file base;
    int is_marked;
    sqlite3_file real[1];
} faulty_file;

static sqlite3_vfs *beneath;
static char wanted[64];
static _Atomic int64_t failing;
static _Atomic int64_t counted;
static _Atomic int kind;

static sqlite3_file *real(sqlite3_file *file) { return ((faulty_file *)file)->real; }

static int fails(void) {
    int64_t number = atomic_fetch_add(&counted, 1) + 1;
    int64_t first = atomic_load(&failing);
    if (first == 0 || number < first) return 0;
    return number == first || atomic_load(&kind) != PAYDOWN_FAULT_ONCE;
}

static int file_fails(sqlite3_file *file) { return ((faulty_file *)file)->is_marked && fails(); }

static int faulty_close(sqlite3_file *file) { return real(file)->pMethods->xClose(real(file)); }

static int faulty_read(sqlite3_file *file, void *bytes, int count, sqlite3_int64 offset) {
    return real(file)->pMethods->xRead(real(file), bytes, count, offset);
}

static int faulty_write(sqlite3_file *file, const void *bytes, int count, sqlite3_int64 offset) {
    if (file_fails(file)) {
        if (atomic_load(&kind) == PAYDOWN_FAULT_TORN) {
            real(file)->pMethods->xWrite(real(file), bytes, count / 2, offset);
        }
        return SQLITE_FULL;
    }
    return real(file)->pMethods->xWrite(real(file), bytes, count, offset);
}

static int faulty_truncate(sqlite3_file *file, sqlite3_int64 size) {
    if (file_fails(file)) return SQLITE_IOERR_TRUNCATE;
    return real(file)->pMethods->xTruncate(real(file), size);
}

static int faulty_sync(sqlite3_file *file, int flags) {
    if (file_fails(file)) return SQLITE_IOERR_FSYNC;
    return real(file)->pMethods->xSync(real(file), flags);
}

static int faulty_size(sqlite3_file *file, sqlite3_int64 *size) {
    return real(file)->pMethods->xFileSize(real(file), size);
}

static int faulty_lock(sqlite3_file *file, int level) { return real(file)->pMethods->xLock(real(file), level); }

static int faulty_unlock(sqlite3_file *file, int level) { return real(file)->pMethods->xUnlock(real(file), level); }

static int faulty_check(sqlite3_file *file, int *result) {
    return real(file)->pMethods->xCheckReservedLock(real(file), result);
}

static int faulty_control(sqlite3_file *file, int what, void *argument) {
    return real(file)->pMethods->xFileControl(real(file), what, argument);
}

static int faulty_sector(sqlite3_file *file) { return real(file)->pMethods->xSectorSize(real(file)); }

static int faulty_traits(sqlite3_file *file) { return real(file)->pMethods->xDeviceCharacteristics(real(file)); }

static int faulty_map(sqlite3_file *file, int page, int size, int extend, void volatile **memory) {
    return real(file)->pMethods->xShmMap(real(file), page, size, extend, memory);
}

static int faulty_share(sqlite3_file *file, int offset, int count, int flags) {
    return real(file)->pMethods->xShmLock(real(file), offset, count, flags);
}

static void faulty_barrier(sqlite3_file *file) { real(file)->pMethods->xShmBarrier(real(file)); }

static int faulty_unmap(sqlite3_file *file, int remove) {
    return real(file)->pMethods->xShmUnmap(real(file), remove);
}

// Version 2: with shared memory for the log, without mapped pages, whose writes nobody would see.
static const sqlite3_io_methods methods = {
    .iVersion = 2,
    .xClose = faulty_close,
    .xRead = faulty_read,
    .xWrite = faulty_write,
    .xTruncate = faulty_truncate,
    .xSync = faulty_sync,
    .xFileSize = faulty_size,
    .xLock = faulty_lock,
    .xUnlock = faulty_unlock,
    .xCheckReservedLock = faulty_check,
    .xFileControl = faulty_control,
    .xSectorSize = faulty_sector,
    .xDeviceCharacteristics = faulty_traits,
    .xShmMap = faulty_map,
    .xShmLock = faulty_share,
    .xShmBarrier = faulty_barrier,
    .xShmUnmap = faulty_unmap,
};

static int is_marked(const char *name) { return name && strstr(name, wanted) != NULL; }

static int faulty_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out) {
    (void)vfs;
    faulty_file *mine = (faulty_file *)file;
    mine->base.pMethods = NULL;
    mine->is_marked = is_marked(name);
    if (mine->is_marked && (flags & SQLITE_OPEN_CREATE) && fails()) return SQLITE_CANTOPEN;
    int status = beneath->xOpen(beneath, name, mine->real, flags, out);
    if (mine->real->pMethods) mine->base.pMethods = &methods;
    return status;
}

static int faulty_delete(sqlite3_vfs *vfs, const char *name, int sync) {
    (void)vfs;
    if (is_marked(name) && fails()) return SQLITE_IOERR_DELETE;
    return beneath->xDelete(beneath, name, sync);
}

static sqlite3_vfs faulty;

int paydown_faulty_install(const char *mark) {
    if (beneath) return 0;
    snprintf(wanted, sizeof wanted, "%s", mark);
    sqlite3_initialize();
    beneath = sqlite3_vfs_find(NULL);
    if (!beneath) return 1;
    faulty = *beneath;
    faulty.pNext = NULL;
    faulty.zName = "paydown-faulty";
    faulty.szOsFile = (int)sizeof(faulty_file) + beneath->szOsFile;
    faulty.xOpen = faulty_open;
    faulty.xDelete = faulty_delete;
    return sqlite3_vfs_register(&faulty, 1);
}

void paydown_faulty_arm(int64_t nth, int fault) {
    atomic_store(&kind, fault);
    atomic_store(&failing, nth);
    atomic_store(&counted, 0);
}

int64_t paydown_faulty_count(void) { return atomic_load(&counted); }
