import Testing

/// All tests that open a session in this process, one after another: there is one terminal, and ncurses has
/// one current screen.
@Suite(.serialized)
enum TerminalTests {}
