import FoundationEssentials

/// Reads the text files that people write: configuration and themes.
package enum TextFile {
    /// Larger than any such file; a data set under the name of one is not read into memory.
    static let limit = 1 << 20

    /// The whole text. UTF-8 only.
    package static func read(_ path: String) throws(ConfigurationError) -> String {
        let data: Data
        do {
            let attributes = try FileManager.default.attributesOfItem(atPath: path)
            if let size = attributes[.size] as? Int, size > limit {
                throw ConfigurationError(file: path, .tooLarge(limit: limit))
            }
            data = try Data(contentsOf: URL(filePath: path))
        } catch let error as ConfigurationError {
            throw error
        } catch let error as CocoaError {
            throw ConfigurationError(file: path, .unreadable(reason(error)))
        } catch {
            throw ConfigurationError(file: path, .unreadable("\(error)"))
        }
        guard let text = String(validating: data, as: UTF8.self) else {
            throw ConfigurationError(file: path, .notUTF8)
        }
        return text
    }

    package static func exists(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: path)
    }

    private static func reason(_ error: CocoaError) -> String {
        switch error.code {
        case .fileNoSuchFile, .fileReadNoSuchFile: "no such file"
        case .fileReadNoPermission: "permission denied"
        default: "error \(error.code.rawValue)"
        }
    }
}
