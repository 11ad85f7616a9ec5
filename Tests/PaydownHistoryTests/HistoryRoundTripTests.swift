import PaydownCore
import PaydownFormats
import PaydownHistory
import Testing

struct HistoryRoundTripTests {
    @Test func `a history that was just made is empty`() throws {
        let folder = try TemporaryFolder()
        let store = try HistoryStore.open(at: folder.path + "/history.db", access: .readWrite)

        #expect(try store.entries().isEmpty)
        #expect(try store.newest() == nil)
    }
}
