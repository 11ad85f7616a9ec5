import Glibc

/// The environment of the tests themselves.
enum Environment {
    static var isRecording: Bool { getenv("PAYDOWN_RECORD") != nil }
}
