import PaydownCommands

@main
struct Paydown {
    static func main() {
        PaydownCommand.start()
    }
}
