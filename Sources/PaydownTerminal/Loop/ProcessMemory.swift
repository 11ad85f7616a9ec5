import CLinux

/// How the process asks the system for memory.
package enum ProcessMemory {
    /// One heap for all threads; blocks from 1 MB on come from the system and go back to it at once.
    ///
    /// The C library gives each thread a heap of its own, and after the first large block that is let go it keeps
    /// blocks of up to 32 MB for later. Reading a million findings builds tables that are larger by the second and
    /// then not needed: kept, they were 35 of 195 MB. To be called before there are threads.
    package static func save() {
        paydown_save_memory()
    }
}
