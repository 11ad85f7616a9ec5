import Foundation

/// simdjson's on-demand parser filling the same columns with the same interning, compiled when a compiler and
/// the library are there.
enum SimdjsonPeer {
    /// - Returns: the program; nil when it cannot be made here.
    static func compile(in folder: URL) -> String? {
        let source = folder.appendingPathComponent("peer.cpp")
        let program = folder.appendingPathComponent("peer").path
        guard let compiler = Child.find("g++") ?? Child.find("clang++"),
            (try? Self.source.write(to: source, atomically: true, encoding: .utf8)) != nil,
            Child.run(
                compiler,
                ["-O3", "-march=native", "-DNDEBUG", "-std=c++17", source.path, "-o", program, "-lsimdjson"]) != nil
        else { return nil }
        return program
    }

    /// The on-demand front end is not dispatched at run time, hence `-march=native`: without it this is its slow path.
    private static let source = #"""
        #include <simdjson.h>
        #include <sys/resource.h>
        #include <chrono>
        #include <cstdint>
        #include <cstdio>
        #include <cstring>
        #include <fstream>
        #include <string>
        #include <string_view>
        #include <vector>

        using namespace simdjson;

        struct Strings {
            std::vector<char> bytes;
            std::vector<uint32_t> offsets{0, 0};
            std::vector<uint64_t> slots = std::vector<uint64_t>(1024, 0);

            static uint64_t fold(uint64_t a, uint64_t b) {
                __uint128_t product = (__uint128_t)a * b;
                return (uint64_t)(product >> 64) ^ (uint64_t)product;
            }
            static uint64_t hash(std::string_view text) {
                uint64_t state = 0x9e3779b97f4a7c15ull, word = 0;
                size_t index = 0;
                for (; index + 8 <= text.size(); index += 8) {
                    memcpy(&word, text.data() + index, 8);
                    state = fold(state ^ word, 0xa0761d6478bd642full);
                }
                word = 0;
                memcpy(&word, text.data() + index, text.size() - index);
                state = fold(state ^ word, 0xa0761d6478bd642full);
                return fold(state ^ text.size(), 0xe7037ed1a0b428dbull);
            }
            std::string_view at(uint32_t id) const {
                return {bytes.data() + offsets[id], offsets[id + 1] - offsets[id]};
            }
            void grow() {
                std::vector<uint64_t> larger(slots.size() * 2, 0);
                uint64_t mask = larger.size() - 1;
                for (uint32_t id = 1; id + 1 < offsets.size(); id++) {
                    uint64_t h = hash(at(id)), slot = h & mask;
                    while (larger[slot]) slot = (slot + 1) & mask;
                    larger[slot] = (h & 0xffffffff00000000ull) | id;
                }
                slots = std::move(larger);
            }
            uint32_t intern(std::string_view text) {
                if (text.empty()) return 0;
                if (offsets.size() * 3 > slots.size() * 2) grow();
                uint64_t h = hash(text), mask = slots.size() - 1, slot = h & mask;
                while (slots[slot]) {
                    if (((slots[slot] ^ h) >> 32) == 0 && at((uint32_t)slots[slot]) == text) return (uint32_t)slots[slot];
                    slot = (slot + 1) & mask;
                }
                uint32_t id = offsets.size() - 1;
                slots[slot] = (h & 0xffffffff00000000ull) | id;
                bytes.insert(bytes.end(), text.begin(), text.end());
                offsets.push_back(bytes.size());
                return id;
            }
        };

        struct Table {
            Strings strings;
            std::vector<uint32_t> rule, path, line, column, endLine, endColumn, symbol, message, excerpt, fingerprint, scope,
                statement;
            std::vector<uint32_t> contexts, contextEnds, tags, tagEnds;
        };

        static double status(const char *key) {
            std::ifstream file("/proc/self/status");
            std::string text;
            while (std::getline(file, text))
                if (text.rfind(key, 0) == 0) return atof(text.c_str() + strlen(key) + 1);
            return 0;
        }

        static double cpu() {
            rusage usage;
            getrusage(RUSAGE_SELF, &usage);
            return usage.ru_utime.tv_sec + usage.ru_stime.tv_sec + 1e-6 * (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec);
        }

        int main(int argc, char **argv) {
            double before = status("VmRSS"), cpuBefore = cpu();
            auto start = std::chrono::steady_clock::now();
            Table table;
            {
                padded_string json = padded_string::load(argv[1]);
                ondemand::parser parser;
                ondemand::document document = parser.iterate(json);
                for (auto member : document.get_object()) {
                    std::string_view part = member.unescaped_key();
                    if (part != "findings") continue;
                    for (ondemand::object finding : member.value().get_array()) {
                        uint32_t rule = 0, path = 0, line = 0, column = 0, endLine = 0, endColumn = 0, symbol = 0, message = 0,
                                 excerpt = 0, fingerprint = 0, scope = 0, statement = 0;
                        auto text = [&](ondemand::value value) { return table.strings.intern(value.get_string()); };
                        auto number = [&](ondemand::value value) { return (uint32_t)value.get_uint64(); };
                        for (auto field : finding) {
                            std::string_view key = field.unescaped_key();
                            ondemand::value value = field.value();
                            switch (key.size()) {
                            case 4:
                                if (key == "rule") rule = text(value);
                                else if (key == "path") path = text(value);
                                else if (key == "line") line = number(value);
                                else if (key == "tags")
                                    for (auto item : value.get_array())
                                        table.tags.push_back(table.strings.intern(item.get_string()));
                                break;
                            case 5:
                                if (key == "scope") scope = text(value);
                                break;
                            case 6:
                                if (key == "column") column = number(value);
                                else if (key == "symbol") symbol = text(value);
                                break;
                            case 7:
                                if (key == "message") message = text(value);
                                else if (key == "excerpt") excerpt = text(value);
                                else if (key == "endLine") endLine = number(value);
                                else if (key == "context")
                                    for (auto item : value.get_array())
                                        table.contexts.push_back(table.strings.intern(item.get_string()));
                                break;
                            case 9:
                                if (key == "statement") statement = text(value);
                                else if (key == "endColumn") endColumn = number(value);
                                break;
                            case 11:
                                if (key == "fingerprint") fingerprint = text(value);
                                break;
                            }
                        }
                        table.rule.push_back(rule);
                        table.path.push_back(path);
                        table.line.push_back(line);
                        table.column.push_back(column);
                        table.endLine.push_back(endLine);
                        table.endColumn.push_back(endColumn);
                        table.symbol.push_back(symbol);
                        table.message.push_back(message);
                        table.excerpt.push_back(excerpt);
                        table.fingerprint.push_back(fingerprint);
                        table.scope.push_back(scope);
                        table.statement.push_back(statement);
                        table.contextEnds.push_back(table.contexts.size());
                        table.tagEnds.push_back(table.tags.size());
                    }
                }
            }
            uint64_t sum = 0;
            for (uint32_t line : table.line) sum += line;
            std::chrono::duration<double> duration = std::chrono::steady_clock::now() - start;
            printf("%f %f %f %f %zu %llu\n", duration.count(), cpu() - cpuBefore, status("VmHWM"), status("VmRSS") - before,
                   table.rule.size(), (unsigned long long)sum);
        }
        """#
}
