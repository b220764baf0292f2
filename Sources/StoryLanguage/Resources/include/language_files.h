#ifndef LANGUAGE_FILES_H
#define LANGUAGE_FILES_H

#include <stddef.h>

#ifdef __clang__
#pragma clang assume_nonnull begin
#endif

/// The language files that ship with the program.
///
/// A module of its own, in C, since its compiler puts the bytes of a file into the program at once (`#embed`), where
/// Swift takes minutes for a list of them.

/// The bytes of `<code>.json`, which are there as long as the program runs, and how many they are; null for a
/// language that has no file.
const unsigned char *_Nullable language_file(const char *code, size_t *count);

#ifdef __clang__
#pragma clang assume_nonnull end
#endif

#endif
