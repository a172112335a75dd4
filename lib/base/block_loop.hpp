/// Loops over a block of a column, compiled once more for wider vectors where the loader can choose between the two.
#pragma once

#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && defined(__linux__) && \
    !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define SENRYAKU_BLOCK_LOOP __attribute__((target_clones("avx2", "default")))
/// Loops that turn 64-bit integers into doubles and back, for which AVX2 has no instructions.
#define SENRYAKU_WIDE_BLOCK_LOOP __attribute__((target_clones("arch=x86-64-v4", "avx2", "default")))
#else
#define SENRYAKU_BLOCK_LOOP
#define SENRYAKU_WIDE_BLOCK_LOOP
#endif
