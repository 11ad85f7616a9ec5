import Subprocess

extension Executable {
    /// A program as people write it: a path when it has a slash, else a name to look for along PATH.
    static func program(_ word: String) -> Executable {
        word.contains("/") ? .path(.init(word)) : .name(word)
    }
}
