// What each byte of a text is, as masks with a bit for each, for all of it at once.
//
// C for the reasons in vector.h, and because Swift cannot compile a function for more than the processors that a program is
// for: the same loop stands here for those with AVX2, which need a third of the instructions. The tests hold all forms
// against the plain one.
#ifndef PAYDOWN_MASKS_H
#define PAYDOWN_MASKS_H

#include <stdint.h>
#include "vector.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

/// Of 64 bytes: which are spaces; which are ASCII letters, digits, `_` or beyond ASCII; which are `\n`; which are other
/// bytes up to 0x0D, but for tabs; which are beyond ASCII.
struct masks64 {
    uint64_t spaces, words, lines, odd, high;
};

VECTOR_INLINE struct masks64 masks64_plain(const uint8_t *text) {
    struct masks64 masks = {0, 0, 0, 0, 0};
    for (int index = 0; index < 64; index++) {
        uint8_t byte = text[index], lower = byte | 0x20;
        uint64_t bit = 1ull << index;
        if (byte == 0x20) masks.spaces |= bit;
        if (byte == '_' || (lower >= 'a' && lower <= 'z') || (byte >= '0' && byte <= '9')) masks.words |= bit;
        if (byte == 0x0A) masks.lines |= bit;
        else if (byte <= 0x0D && byte != 0x09) masks.odd |= bit;
        if (byte & 0x80) {
            masks.high |= bit;
            masks.words |= bit;
        }
    }
    return masks;
}

#if defined(__SSE2__)

VECTOR_INLINE struct masks64 masks64_vector(const uint8_t *text) {
    struct masks64 masks = {0, 0, 0, 0, 0};
    for (int part = 0; part < 4; part++) {
        __m128i bytes = _mm_loadu_si128((const __m128i *)(text + part * 16));
        // Shifted so that a signed comparison with one bound tells the range.
        __m128i lower = _mm_or_si128(bytes, _mm_set1_epi8(0x20));
        __m128i letters = _mm_cmplt_epi8(
            _mm_add_epi8(lower, _mm_set1_epi8((char)(0x80 - 'a'))), _mm_set1_epi8((char)(0x80 + 26)));
        __m128i digits = _mm_cmplt_epi8(
            _mm_add_epi8(bytes, _mm_set1_epi8((char)(0x80 - '0'))), _mm_set1_epi8((char)(0x80 + 10)));
        __m128i scores = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('_'));
        // The high bit of a byte beyond ASCII puts it into the word.
        __m128i words = _mm_or_si128(_mm_or_si128(letters, digits), _mm_or_si128(scores, bytes));
        __m128i lines = _mm_cmpeq_epi8(bytes, _mm_set1_epi8(0x0A));
        __m128i usual = _mm_or_si128(lines, _mm_cmpeq_epi8(bytes, _mm_set1_epi8(0x09)));
        __m128i low = _mm_cmpeq_epi8(_mm_min_epu8(bytes, _mm_set1_epi8(0x0D)), bytes);
        int shift = part * 16;
        masks.spaces |= (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(bytes, _mm_set1_epi8(0x20))) << shift;
        masks.words |= (uint64_t)(uint32_t)_mm_movemask_epi8(words) << shift;
        masks.lines |= (uint64_t)(uint32_t)_mm_movemask_epi8(lines) << shift;
        masks.odd |= (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_andnot_si128(usual, low)) << shift;
        masks.high |= (uint64_t)(uint32_t)_mm_movemask_epi8(bytes) << shift;
    }
    return masks;
}

#elif defined(__ARM_NEON) && defined(__aarch64__)

VECTOR_INLINE struct masks64 masks64_vector(const uint8_t *text) {
    struct masks64 masks = {0, 0, 0, 0, 0};
    for (int part = 0; part < 4; part++) {
        uint8x16_t bytes = vld1q_u8(text + part * 16);
        uint8x16_t letters = vcltq_u8(vsubq_u8(vorrq_u8(bytes, vdupq_n_u8(0x20)), vdupq_n_u8('a')), vdupq_n_u8(26));
        uint8x16_t digits = vcltq_u8(vsubq_u8(bytes, vdupq_n_u8('0')), vdupq_n_u8(10));
        uint8x16_t high = vcgeq_u8(bytes, vdupq_n_u8(0x80));
        uint8x16_t words = vorrq_u8(vorrq_u8(letters, digits), vorrq_u8(vceqq_u8(bytes, vdupq_n_u8('_')), high));
        uint8x16_t lines = vceqq_u8(bytes, vdupq_n_u8(0x0A));
        uint8x16_t usual = vorrq_u8(lines, vceqq_u8(bytes, vdupq_n_u8(0x09)));
        int shift = part * 16;
        masks.spaces |= (uint64_t)vector_bits16(vceqq_u8(bytes, vdupq_n_u8(0x20))) << shift;
        masks.words |= (uint64_t)vector_bits16(words) << shift;
        masks.lines |= (uint64_t)vector_bits16(lines) << shift;
        masks.odd |= (uint64_t)vector_bits16(vbicq_u8(vcleq_u8(bytes, vdupq_n_u8(0x0D)), usual)) << shift;
        masks.high |= (uint64_t)vector_bits16(high) << shift;
    }
    return masks;
}

#else

VECTOR_INLINE struct masks64 masks64_vector(const uint8_t *text) {
    return masks64_plain(text);
}

#endif

/// Whether a text has any byte beyond ASCII, and any odd one.
struct masks_seen {
    uint64_t high, odd;
};

/// Puts the masks of a block in their places. The last block ends with bytes that are not the text's.
#define MASKS_STORE(masks)                                                                  \
    starts[index] = ~(masks.spaces | (masks.words & (masks.words << 1 | inner)));           \
    words[index] = masks.words;                                                             \
    lines[index] = masks.lines;                                                             \
    inner = masks.words >> 63

#define MASKS_STORE_LAST(masks)                                                             \
    uint64_t inside = ((uint64_t)1 << (length % 64)) - 1;                                   \
    masks.lines &= inside;                                                                  \
    MASKS_STORE(masks);                                                                     \
    seen.high |= masks.high & inside;                                                       \
    seen.odd |= masks.odd & inside

/// Writes, of the first `length` bytes and of what stands behind them in the last block, which is never empty, `length` / 64 + 1
/// masks of each kind: `starts` has the bytes that are neither spaces nor in a word behind its first byte.
///
/// Up to 64 bytes behind the text are read; those are not among what was seen.
#define MASKS_READ(block)                                                                   \
    struct masks_seen seen = {0, 0};                                                        \
    uint64_t count = length / 64, index = 0, inner = 0;                                     \
    for (; index < count; index++) {                                                        \
        struct masks64 masks = block(text + index * 64);                                    \
        MASKS_STORE(masks);                                                                 \
        seen.high |= masks.high;                                                            \
        seen.odd |= masks.odd;                                                              \
    }                                                                                       \
    struct masks64 last = block(text + index * 64);                                         \
    MASKS_STORE_LAST(last);                                                                 \
    return seen;

#define MASKS_OUTPUT uint64_t *starts, uint64_t *words, uint64_t *lines

static inline struct masks_seen masks_read_vector(const uint8_t *text, uint64_t length, MASKS_OUTPUT) {
    MASKS_READ(masks64_vector)
}

static inline struct masks_seen masks_read_plain(const uint8_t *text, uint64_t length, MASKS_OUTPUT) {
    MASKS_READ(masks64_plain)
}

#if defined(__x86_64__)

#define MASKS_WIDE __attribute__((target("avx2,bmi,popcnt")))

/// Whether this processor, and the system on it, has all that the wide form needs.
static inline int masks_wide_is_there(void) {
    return vector_avx2_is_there() && __builtin_cpu_supports("bmi") && __builtin_cpu_supports("popcnt");
}

/// 32 bytes of a block, as bytes that are all ones or zeros; those that are odd or beyond ASCII are ored into `odd` and `high`.
struct masks32 {
    __m256i spaces, words, lines;
};

MASKS_WIDE static inline __attribute__((always_inline)) struct masks32 masks32_wide(
    const uint8_t *text, __m256i *odd, __m256i *high) {
    __m256i bytes = _mm256_loadu_si256((const __m256i *)text);
    __m256i lower = _mm256_or_si256(bytes, _mm256_set1_epi8(0x20));
    __m256i letters = _mm256_cmpgt_epi8(
        _mm256_set1_epi8((char)(0x80 + 26)), _mm256_add_epi8(lower, _mm256_set1_epi8((char)(0x80 - 'a'))));
    __m256i digits = _mm256_cmpgt_epi8(
        _mm256_set1_epi8((char)(0x80 + 10)), _mm256_add_epi8(bytes, _mm256_set1_epi8((char)(0x80 - '0'))));
    __m256i scores = _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8('_'));
    __m256i lines = _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8(0x0A));
    __m256i usual = _mm256_or_si256(lines, _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8(0x09)));
    __m256i low = _mm256_cmpeq_epi8(_mm256_min_epu8(bytes, _mm256_set1_epi8(0x0D)), bytes);
    *odd = _mm256_or_si256(*odd, _mm256_andnot_si256(usual, low));
    *high = _mm256_or_si256(*high, bytes);
    struct masks32 masks = {
        _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8(0x20)),
        _mm256_or_si256(_mm256_or_si256(letters, digits), _mm256_or_si256(scores, bytes)), lines};
    return masks;
}

MASKS_WIDE static inline __attribute__((always_inline)) uint64_t masks_bits(__m256i first, __m256i second) {
    return (uint64_t)(uint32_t)_mm256_movemask_epi8(second) << 32 | (uint32_t)_mm256_movemask_epi8(first);
}

MASKS_WIDE static inline __attribute__((always_inline)) struct masks64 masks64_wide(const uint8_t *text) {
    __m256i odd[2] = {_mm256_setzero_si256(), _mm256_setzero_si256()};
    __m256i high[2] = {_mm256_setzero_si256(), _mm256_setzero_si256()};
    struct masks32 first = masks32_wide(text, &odd[0], &high[0]);
    struct masks32 second = masks32_wide(text + 32, &odd[1], &high[1]);
    struct masks64 masks = {
        masks_bits(first.spaces, second.spaces), masks_bits(first.words, second.words),
        masks_bits(first.lines, second.lines), masks_bits(odd[0], odd[1]), masks_bits(high[0], high[1])};
    return masks;
}

MASKS_WIDE static inline struct masks_seen masks_read_wide(const uint8_t *text, uint64_t length, MASKS_OUTPUT) {
    struct masks_seen seen = {0, 0};
    uint64_t count = length / 64, index = 0, inner = 0;
    __m256i odd = _mm256_setzero_si256(), high = odd;
    for (; index < count; index++) {
        struct masks32 first = masks32_wide(text + index * 64, &odd, &high);
        struct masks32 second = masks32_wide(text + index * 64 + 32, &odd, &high);
        struct masks64 masks = {
            masks_bits(first.spaces, second.spaces), masks_bits(first.words, second.words),
            masks_bits(first.lines, second.lines), 0, 0};
        MASKS_STORE(masks);
    }
    seen.odd = (uint32_t)_mm256_movemask_epi8(odd);
    seen.high = (uint32_t)_mm256_movemask_epi8(high);
    struct masks64 last = masks64_wide(text + index * 64);
    MASKS_STORE_LAST(last);
    return seen;
}

#else

static inline int masks_wide_is_there(void) {
    return 0;
}

static inline struct masks_seen masks_read_wide(const uint8_t *text, uint64_t length, MASKS_OUTPUT) {
    return masks_read_vector(text, length, starts, words, lines);
}

#endif

#endif
