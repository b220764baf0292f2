#pragma once
#include <git2.h>
#include <sys/types.h>

// git_libgit2_opts takes a variable argument list, which Swift cannot call.

static inline int stet_git_enable_fsync(void) {
  return git_libgit2_opts(GIT_OPT_ENABLE_FSYNC_GITDIR, 1);
}

static inline int stet_git_disable_owner_validation(void) {
  return git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, 0);
}

static inline int stet_git_ignore_configuration(int level) {
  return git_libgit2_opts(GIT_OPT_SET_SEARCH_PATH, level, "");
}

static inline int stet_git_limit_mapping(size_t window, size_t limit) {
  int status = git_libgit2_opts(GIT_OPT_SET_MWINDOW_SIZE, window);
  return status < 0 ? status : git_libgit2_opts(GIT_OPT_SET_MWINDOW_MAPPED_LIMIT, limit);
}

// Has the system begin to write a file's bytes to the disk, and waits for nothing. Glibc's header declares
// it only for those who ask for all that is GNU's.
extern int sync_file_range(int file, __off64_t start, __off64_t count, unsigned int what);

static inline void stet_begin_writing(int file) {
  sync_file_range(file, 0, 0, 2 /* SYNC_FILE_RANGE_WRITE */);
}
