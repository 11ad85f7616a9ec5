import Glibc
import PaydownCore

/// The present moment, with the offset of the local time zone.
enum WallClock {
    static func now() -> Timestamp {
        var seconds = time(nil)
        var local = tm()
        localtime_r(&seconds, &local)
        return Timestamp(seconds: seconds, offsetMinutes: local.tm_gmtoff / 60)
    }
}
