#pragma once
#include <hunspell.h>

// Hunspell reads files only; Glibc declares this one to GNU programs alone.
extern int memfd_create(const char *name, unsigned int flags);
