import Dispatch
import Synchronization
import Testing

@testable import PaydownScan

struct FileLotsTests {
    @Test func `files are taken while others are still being found, and those who wait learn of the end`() {
        let lots = FileLots(of: 4)
        let taken = Mutex<[ListedFile]>([])
        let first = DispatchSemaphore(value: 0)

        DispatchQueue.concurrentPerform(iterations: 4) { number in
            if number == 0 {
                for number in 0..<4 { lots.add("\(number).py") }
                // Nobody would signal if a lot waited for the last file.
                first.wait()
                for number in 4..<103 { lots.add("\(number).py") }
                lots.close()
            }
            while let lot = lots.next() {
                taken.withLock { $0 += lot.files }
                first.signal()
            }
        }

        let files = taken.withLock { $0.sorted { $0.index < $1.index } }
        #expect(files == (0..<103).map { ListedFile(index: $0, path: "\($0).py") })
    }

    @Test func `nothing is handed out of a listing without files`() {
        let lots = FileLots(of: 4)
        lots.close()

        #expect(lots.next() == nil)
        #expect(lots.take() == nil)
    }
}
