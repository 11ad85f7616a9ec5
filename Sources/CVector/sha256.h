// The compression function of SHA-256 by the instructions that many x86-64 processors have for it.
//
// C because Swift cannot compile one function for more than the processors that a program is for. Whoever calls it asks
// `sha256_is_there` first; elsewhere the plain Swift loop does the same, and the tests hold both against each other.
#ifndef PAYDOWN_SHA256_H
#define PAYDOWN_SHA256_H

#include <stdint.h>

#if defined(__x86_64__)

#include <cpuid.h>
#include <immintrin.h>

/// Whether this processor has the instructions.
static inline int sha256_is_there(void) {
    unsigned int a, b, c, d;
    if (!__get_cpuid(1, &a, &b, &c, &d)) return 0;
    // SSSE3 and SSE4.1.
    if (!(c & (1u << 9)) || !(c & (1u << 19))) return 0;
    if (!__get_cpuid_count(7, 0, &a, &b, &c, &d)) return 0;
    return (b >> 29) & 1;
}

/// Works one block into the state.
///
/// `state` holds the eight words from `a` to `h`, `words` the sixteen of the block, and `constants` the 64 of the standard;
/// all in the processor's order.
__attribute__((target("sha,sse4.1,ssse3")))
static inline void sha256_compress(uint32_t *state, const uint32_t *words, const uint32_t *constants) {
    // The instructions want the state as `abef` and `cdgh`, the first letter on top.
    __m128i abcd = _mm_loadu_si128((const __m128i *)state);
    __m128i efgh = _mm_loadu_si128((const __m128i *)(state + 4));
    __m128i badc = _mm_shuffle_epi32(abcd, 0xB1);
    __m128i hgfe = _mm_shuffle_epi32(efgh, 0x1B);
    __m128i abef = _mm_alignr_epi8(badc, hgfe, 8);
    __m128i cdgh = _mm_blend_epi16(hgfe, badc, 0xF0);
    const __m128i first = abef, second = cdgh;

    __m128i message[4];
    for (int part = 0; part < 4; part++) message[part] = _mm_loadu_si128((const __m128i *)(words + part * 4));

    for (int group = 0; group < 16; group++) {
        __m128i now = message[group & 3];
        __m128i sum = _mm_add_epi32(now, _mm_loadu_si128((const __m128i *)(constants + group * 4)));
        cdgh = _mm_sha256rnds2_epu32(cdgh, abef, sum);
        abef = _mm_sha256rnds2_epu32(abef, cdgh, _mm_shuffle_epi32(sum, 0x0E));
        // The four words of the group after the next three, in the place of this one's.
        __m128i next = message[(group + 1) & 3], late = message[(group + 2) & 3], latest = message[(group + 3) & 3];
        __m128i early = _mm_add_epi32(_mm_sha256msg1_epu32(now, next), _mm_alignr_epi8(latest, late, 4));
        message[group & 3] = _mm_sha256msg2_epu32(early, latest);
    }

    abef = _mm_add_epi32(abef, first);
    cdgh = _mm_add_epi32(cdgh, second);
    __m128i feba = _mm_shuffle_epi32(abef, 0x1B);
    __m128i dchg = _mm_shuffle_epi32(cdgh, 0xB1);
    _mm_storeu_si128((__m128i *)state, _mm_blend_epi16(feba, dchg, 0xF0));
    _mm_storeu_si128((__m128i *)(state + 4), _mm_alignr_epi8(dchg, feba, 8));
}

#else

static inline int sha256_is_there(void) { return 0; }

static inline void sha256_compress(uint32_t *state, const uint32_t *words, const uint32_t *constants) {
    (void)state, (void)words, (void)constants;
}

#endif

#endif
