// Many bytes of text at once, as a mask with a bit for each.
//
// C because Swift's vector types have no cheap way from a comparison to bits. SSE2 is part of every x86-64 and NEON of every
// arm64; elsewhere, and in the tests, the plain loops say what the others must. Each function reads exactly as many bytes as
// its name has, so that whoever calls it keeps as many behind the text.
#ifndef PAYDOWN_VECTOR_H
#define PAYDOWN_VECTOR_H

#include <stdint.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#elif defined(__ARM_NEON) && defined(__aarch64__)
#include <arm_neon.h>
#endif

#define VECTOR_INLINE static inline __attribute__((always_inline))

/// Whether this processor, and the system on it, has AVX2.
static inline int vector_avx2_is_there(void) {
#if defined(__x86_64__)
    __builtin_cpu_init();
    return __builtin_cpu_supports("avx2") != 0;
#else
    return 0;
#endif
}

/// Whether it has what forms for registers of 64 bytes need.
static inline int vector_avx512_is_there(void) {
#if defined(__x86_64__)
    return vector_avx2_is_there() && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw");
#else
    return 0;
#endif
}

// MARK: What the masks mean

/// Bits of the bytes that are this quote, a backslash, or at most 0x0D.
VECTOR_INLINE uint32_t vector_quoted16_plain(const uint8_t *text, uint8_t quote) {
    uint32_t mask = 0;
    for (int index = 0; index < 16; index++) {
        uint8_t byte = text[index];
        mask |= (uint32_t)(byte == quote || byte == 0x5C || byte <= 0x0D) << index;
    }
    return mask;
}

/// Bits of the bytes that are this one when the bits of `fold` are set in them.
VECTOR_INLINE uint32_t vector_same16_plain(const uint8_t *text, uint8_t byte, uint8_t fold) {
    uint32_t mask = 0;
    for (int index = 0; index < 16; index++) mask |= (uint32_t)((text[index] | fold) == byte) << index;
    return mask;
}

/// Bits of the quotation marks, apostrophes, sharps and bytes from 0x08 to 0x0F, line ends among them.
VECTOR_INLINE uint64_t vector_code64_plain(const uint8_t *text) {
    uint64_t mask = 0;
    for (int index = 0; index < 64; index++) {
        uint8_t byte = text[index];
        mask |= (uint64_t)((byte & 0xFE) == 0x22 || byte == 0x27 || (byte & 0xF8) == 0x08) << index;
    }
    return mask;
}

// MARK: The masks, fast

#if defined(__SSE2__)

VECTOR_INLINE uint32_t vector_quoted16(const uint8_t *text, uint8_t quote) {
    __m128i bytes = _mm_loadu_si128((const __m128i *)text);
    __m128i quotes = _mm_cmpeq_epi8(bytes, _mm_set1_epi8((char)quote));
    __m128i slashes = _mm_cmpeq_epi8(bytes, _mm_set1_epi8(0x5C));
    __m128i controls = _mm_cmpeq_epi8(_mm_min_epu8(bytes, _mm_set1_epi8(0x0D)), bytes);
    return (uint32_t)_mm_movemask_epi8(_mm_or_si128(_mm_or_si128(quotes, slashes), controls));
}

VECTOR_INLINE uint32_t vector_same16(const uint8_t *text, uint8_t byte, uint8_t fold) {
    __m128i bytes = _mm_or_si128(_mm_loadu_si128((const __m128i *)text), _mm_set1_epi8((char)fold));
    return (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(bytes, _mm_set1_epi8((char)byte)));
}

VECTOR_INLINE uint64_t vector_code64(const uint8_t *text) {
    const __m128i pair = _mm_set1_epi8((char)0xFE), eight = _mm_set1_epi8((char)0xF8);
    uint64_t mask = 0;
    for (int part = 0; part < 4; part++) {
        __m128i bytes = _mm_loadu_si128((const __m128i *)(text + part * 16));
        __m128i marks = _mm_cmpeq_epi8(_mm_and_si128(bytes, pair), _mm_set1_epi8(0x22));
        __m128i quotes = _mm_cmpeq_epi8(bytes, _mm_set1_epi8(0x27));
        __m128i ends = _mm_cmpeq_epi8(_mm_and_si128(bytes, eight), _mm_set1_epi8(0x08));
        __m128i all = _mm_or_si128(_mm_or_si128(marks, quotes), ends);
        mask |= (uint64_t)(uint32_t)_mm_movemask_epi8(all) << (part * 16);
    }
    return mask;
}

#elif defined(__ARM_NEON) && defined(__aarch64__)

/// A bit for each byte that is all ones.
VECTOR_INLINE uint32_t vector_bits16(uint8x16_t ones) {
    static const uint8_t powers[16] = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
    uint8x16_t bits = vandq_u8(ones, vld1q_u8(powers));
    return (uint32_t)vaddv_u8(vget_low_u8(bits)) | (uint32_t)vaddv_u8(vget_high_u8(bits)) << 8;
}

VECTOR_INLINE uint32_t vector_quoted16(const uint8_t *text, uint8_t quote) {
    uint8x16_t bytes = vld1q_u8(text);
    uint8x16_t quotes = vceqq_u8(bytes, vdupq_n_u8(quote));
    uint8x16_t slashes = vceqq_u8(bytes, vdupq_n_u8(0x5C));
    return vector_bits16(vorrq_u8(vorrq_u8(quotes, slashes), vcleq_u8(bytes, vdupq_n_u8(0x0D))));
}

VECTOR_INLINE uint32_t vector_same16(const uint8_t *text, uint8_t byte, uint8_t fold) {
    return vector_bits16(vceqq_u8(vorrq_u8(vld1q_u8(text), vdupq_n_u8(fold)), vdupq_n_u8(byte)));
}

VECTOR_INLINE uint64_t vector_code64(const uint8_t *text) {
    uint64_t mask = 0;
    for (int part = 0; part < 4; part++) {
        uint8x16_t bytes = vld1q_u8(text + part * 16);
        uint8x16_t marks = vceqq_u8(vandq_u8(bytes, vdupq_n_u8(0xFE)), vdupq_n_u8(0x22));
        uint8x16_t quotes = vceqq_u8(bytes, vdupq_n_u8(0x27));
        uint8x16_t ends = vceqq_u8(vandq_u8(bytes, vdupq_n_u8(0xF8)), vdupq_n_u8(0x08));
        mask |= (uint64_t)vector_bits16(vorrq_u8(vorrq_u8(marks, quotes), ends)) << (part * 16);
    }
    return mask;
}

#else

VECTOR_INLINE uint32_t vector_quoted16(const uint8_t *text, uint8_t quote) {
    return vector_quoted16_plain(text, quote);
}

VECTOR_INLINE uint32_t vector_same16(const uint8_t *text, uint8_t byte, uint8_t fold) {
    return vector_same16_plain(text, byte, fold);
}

VECTOR_INLINE uint64_t vector_code64(const uint8_t *text) {
    return vector_code64_plain(text);
}

#endif

#endif
