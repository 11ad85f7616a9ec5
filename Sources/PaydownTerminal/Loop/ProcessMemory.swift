import CLinux

/// How the process deals with the system about memory.
package enum ProcessMemory {
    /// One heap for all threads instead of one for each. To be called before there are threads.
    package static func save() {
        paydown_save_memory()
    }

    /// Gives back what was let go: after a million findings were read, tables that only reading needs were 35 of 195 MB.
    ///
    /// Once after reading, and not by limits that always hold: with these each list paid 10 ms for fresh pages.
    package static func trim() {
        paydown_trim_memory()
    }
}
