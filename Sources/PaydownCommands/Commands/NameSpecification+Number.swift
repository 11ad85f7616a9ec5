import ArgumentParser

extension NameSpecification {
    /// The long name, and a letter behind which a number may stand with or without a space: `-j 4`, `-j4`.
    static func number(_ letter: Character) -> NameSpecification {
        [.customShort(letter, allowingJoined: true), .long]
    }
}
