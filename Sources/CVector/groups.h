// Where in a text one of many groups of four bytes may begin, 64 places at a time, with the registers of AVX2 or AVX-512.
//
// C because Swift cannot compile one function for more than the processors that a program is for. Whoever calls it asks
// `vector_avx2_is_there` or `vector_avx512_is_there` first; `groups_next64_plain` says what it must return.
#ifndef PAYDOWN_GROUPS_H
#define PAYDOWN_GROUPS_H

#include <stdint.h>

/// By place in the group and by half a byte: the sets, as bits, of groups that have such a half there.
///
/// A group belongs to one of eight sets. Where a set has several, it also lets through what mixes their halves.
typedef struct {
    uint8_t low[4][16];
    uint8_t high[4][16];
} groups_sets;

/// Bits of the places, of 64, at which the four bytes with `fold` put on each can be a group; reads 67 bytes.
static inline uint64_t groups_find64_plain(const uint8_t *text, const groups_sets *sets, uint8_t fold) {
    uint64_t found = 0;
    for (int place = 0; place < 64; place++) {
        uint8_t all = 0xFF;
        for (int part = 0; part < 4; part++) {
            uint8_t byte = text[place + part] | fold;
            all &= sets->low[part][byte & 15] & sets->high[part][byte >> 4];
        }
        found |= (uint64_t)(all != 0) << place;
    }
    return found;
}

/// The first block of 64 places, from `index` on in steps of 64 and not behind `last`, with a bit set; its bits.
///
/// `index` becomes that of the block; when there is none, of the first block behind `last`, and 0 is returned.
#define GROUPS_NEXT64(find) \
    while (*index <= last) { \
        uint64_t found = find(text + *index, sets, fold); \
        if (found) return found; \
        *index += 64; \
    } \
    return 0

static inline uint64_t groups_next64_plain(
    const uint8_t *text, int64_t *index, int64_t last, const groups_sets *sets, uint8_t fold) {
    GROUPS_NEXT64(groups_find64_plain);
}

#if defined(__x86_64__)

#include <immintrin.h>

__attribute__((target("avx2")))
static inline uint64_t groups_find64(const uint8_t *text, const groups_sets *sets, uint8_t fold) {
    const __m256i half = _mm256_set1_epi8(0x0F), folds = _mm256_set1_epi8((char)fold);
    __m256i first = _mm256_set1_epi8((char)0xFF), second = first;
    for (int part = 0; part < 4; part++) {
        __m256i low = _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)sets->low[part]));
        __m256i high = _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)sets->high[part]));
        __m256i a = _mm256_or_si256(_mm256_loadu_si256((const __m256i *)(text + part)), folds);
        __m256i b = _mm256_or_si256(_mm256_loadu_si256((const __m256i *)(text + part + 32)), folds);
        __m256i aLow = _mm256_shuffle_epi8(low, _mm256_and_si256(a, half));
        __m256i bLow = _mm256_shuffle_epi8(low, _mm256_and_si256(b, half));
        __m256i aHigh = _mm256_shuffle_epi8(high, _mm256_and_si256(_mm256_srli_epi16(a, 4), half));
        __m256i bHigh = _mm256_shuffle_epi8(high, _mm256_and_si256(_mm256_srli_epi16(b, 4), half));
        first = _mm256_and_si256(first, _mm256_and_si256(aLow, aHigh));
        second = _mm256_and_si256(second, _mm256_and_si256(bLow, bHigh));
    }
    const __m256i zero = _mm256_setzero_si256();
    uint32_t a = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(first, zero));
    uint32_t b = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(second, zero));
    return ~((uint64_t)b << 32 | a);
}

__attribute__((target("avx2")))
static inline uint64_t groups_next64(
    const uint8_t *text, int64_t *index, int64_t last, const groups_sets *sets, uint8_t fold) {
    GROUPS_NEXT64(groups_find64);
}

#define GROUPS_WIDEST __attribute__((target("avx512f,avx512bw")))

GROUPS_WIDEST static inline __attribute__((always_inline)) uint64_t groups_find64_widest(
    const uint8_t *text, const groups_sets *sets, uint8_t fold) {
    const __m512i half = _mm512_set1_epi8(0x0F), folds = _mm512_set1_epi8((char)fold);
    __m512i all = _mm512_set1_epi8((char)0xFF);
    for (int part = 0; part < 4; part++) {
        __m512i low = _mm512_broadcast_i32x4(_mm_loadu_si128((const __m128i *)sets->low[part]));
        __m512i high = _mm512_broadcast_i32x4(_mm_loadu_si128((const __m128i *)sets->high[part]));
        __m512i bytes = _mm512_or_si512(_mm512_loadu_si512((const void *)(text + part)), folds);
        __m512i lower = _mm512_shuffle_epi8(low, _mm512_and_si512(bytes, half));
        __m512i upper = _mm512_shuffle_epi8(high, _mm512_and_si512(_mm512_srli_epi16(bytes, 4), half));
        all = _mm512_and_si512(all, _mm512_and_si512(lower, upper));
    }
    return _mm512_test_epi8_mask(all, all);
}

GROUPS_WIDEST static inline uint64_t groups_next64_widest(
    const uint8_t *text, int64_t *index, int64_t last, const groups_sets *sets, uint8_t fold) {
    GROUPS_NEXT64(groups_find64_widest);
}

#else

static inline uint64_t groups_next64_widest(
    const uint8_t *text, int64_t *index, int64_t last, const groups_sets *sets, uint8_t fold) {
    return groups_next64_plain(text, index, last, sets, fold);
}

static inline uint64_t groups_next64(
    const uint8_t *text, int64_t *index, int64_t last, const groups_sets *sets, uint8_t fold) {
    return groups_next64_plain(text, index, last, sets, fold);
}

#endif

#endif
