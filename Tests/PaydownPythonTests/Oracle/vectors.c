// Holds the vector forms of CVector that the compiler's target has against the plain loops, on random bytes.
//
// The tests in Swift do so on the machine they run on; this one can be built for another and run in an emulator, see
// Tests/README.md. It prints how many rounds differ, and ends with 1 if any does.
#include "masks.h"
#include "vector.h"

#include <stdio.h>
#include <string.h>

enum { rounds = 200000, room = 1024 };

struct output {
    uint64_t starts[8], words[8], lines[8];
    struct masks_seen seen;
};

static uint64_t state = 88172645463325252ull;

/// Marsaglia's xorshift64.
static uint64_t next(void) {
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return state;
}

/// A byte of the kind of text that a round is about: anything, ASCII, words in lines, controls and what is beyond ASCII.
static uint8_t byte_of(int kind) {
    uint8_t byte = (uint8_t)next();
    switch (kind) {
    case 0: return byte;
    case 1: return byte & 0x7F;
    case 2: return byte % 5 == 0 ? ' ' : byte % 7 == 0 ? '\n' : 'a' + byte % 26;
    default: return byte < 40 ? byte : byte | 0x80;
    }
}

static int differs(const uint8_t *text, uint64_t length) {
    struct output fast, plain;
    memset(&fast, 0, sizeof fast);
    memset(&plain, 0, sizeof plain);
    fast.seen = masks_read_vector(text, length, fast.starts, fast.words, fast.lines);
    plain.seen = masks_read_plain(text, length, plain.starts, plain.words, plain.lines);
    if (memcmp(fast.starts, plain.starts, sizeof fast.starts) || memcmp(fast.words, plain.words, sizeof fast.words)) return 1;
    if (memcmp(fast.lines, plain.lines, sizeof fast.lines)) return 1;
    if (!fast.seen.high != !plain.seen.high || !fast.seen.odd != !plain.seen.odd) return 1;
    if (vector_code64(text) != vector_code64_plain(text)) return 1;
    if (vector_quoted16(text, '"') != vector_quoted16_plain(text, '"')) return 1;
    if (vector_quoted16(text, '\'') != vector_quoted16_plain(text, '\'')) return 1;
    uint8_t sought = text[5];
    if (vector_same16(text, sought, 0) != vector_same16_plain(text, sought, 0)) return 1;
    return vector_same16(text, sought | 0x20, 0x20) != vector_same16_plain(text, sought | 0x20, 0x20);
}

int main(void) {
    static uint8_t text[room];
    int different = 0;
    for (int round = 0; round < rounds; round++) {
        for (int index = 0; index < room; index++) text[index] = byte_of(round % 4);
        different += differs(text, next() % 260);
    }
    printf("%d of %d rounds differ\n", different, rounds);
    return different != 0;
}
