/* Makes one call that changes files fail, as a full or a broken disk does. Preloaded (LD_PRELOAD):
 *
 *   STET_FAIL_UNDER   what the paths begin with that count
 *   STET_FAIL_AT      which call fails, from 1; 0 or nothing for none
 *   STET_FAIL_ERRNO   how it fails
 *   STET_FAIL_LOG     a file that a line for each call is added to
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

static atomic_long calls;

static int is_due(const char *name, int folder, const char *path) {
  char whole[8192] = "";
  const char *under = getenv("STET_FAIL_UNDER");
  if (!under) return 0;
  if (!path || path[0] != '/') {
    char link[64];
    ssize_t length;
    if (path && folder == AT_FDCWD) {
      if (!getcwd(whole, sizeof whole - 1)) return 0;
    } else {
      snprintf(link, sizeof link, "/proc/self/fd/%d", folder);
      length = readlink(link, whole, sizeof whole - 1);
      if (length < 0) return 0;
      whole[length] = 0;
    }
    if (path) {
      strncat(whole, "/", sizeof whole - strlen(whole) - 1);
      strncat(whole, path, sizeof whole - strlen(whole) - 1);
    }
  } else {
    strncat(whole, path, sizeof whole - 1);
  }
  if (strncmp(whole, under, strlen(under)) != 0) return 0;
  long number = atomic_fetch_add(&calls, 1) + 1;
  const char *log = getenv("STET_FAIL_LOG");
  if (log) {
    char line[8300];
    int size = snprintf(line, sizeof line, "%ld %s %s\n", number, name, whole + strlen(under));
    int file = syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
    if (file >= 0) {
      syscall(SYS_write, file, line, (size_t)size);
      syscall(SYS_close, file);
    }
  }
  const char *at = getenv("STET_FAIL_AT");
  if (!at || atol(at) != number) return 0;
  const char *code = getenv("STET_FAIL_ERRNO");
  errno = code ? atoi(code) : EIO;
  return 1;
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

ssize_t write(int file, const void *bytes, size_t size) {
  return is_due("write", file, NULL) ? -1 : REAL(write)(file, bytes, size);
}
ssize_t pwrite(int file, const void *bytes, size_t size, off_t at) {
  return is_due("pwrite", file, NULL) ? -1 : REAL(pwrite)(file, bytes, size, at);
}
ssize_t pwrite64(int file, const void *bytes, size_t size, off64_t at) {
  return is_due("pwrite", file, NULL) ? -1 : REAL(pwrite64)(file, bytes, size, at);
}
ssize_t writev(int file, const struct iovec *pieces, int count) {
  return is_due("writev", file, NULL) ? -1 : REAL(writev)(file, pieces, count);
}
int fsync(int file) { return is_due("fsync", file, NULL) ? -1 : REAL(fsync)(file); }
int fdatasync(int file) { return is_due("fdatasync", file, NULL) ? -1 : REAL(fdatasync)(file); }
int ftruncate(int file, off_t size) {
  return is_due("ftruncate", file, NULL) ? -1 : REAL(ftruncate)(file, size);
}
int rename(const char *old, const char *new) {
  return is_due("rename", AT_FDCWD, new) ? -1 : REAL(rename)(old, new);
}
int renameat(int a, const char *old, int b, const char *new) {
  return is_due("rename", b, new) ? -1 : REAL(renameat)(a, old, b, new);
}
int link(const char *old, const char *new) {
  return is_due("link", AT_FDCWD, new) ? -1 : REAL(link)(old, new);
}
int unlink(const char *path) { return is_due("unlink", AT_FDCWD, path) ? -1 : REAL(unlink)(path); }
int unlinkat(int folder, const char *path, int flags) {
  return is_due("unlink", folder, path) ? -1 : REAL(unlinkat)(folder, path, flags);
}
int mkdir(const char *path, mode_t mode) {
  return is_due("mkdir", AT_FDCWD, path) ? -1 : REAL(mkdir)(path, mode);
}

/* Opening counts where it may make a file. */
#define OPEN(name)                                                        \
  int name(const char *path, int flags, ...) {                            \
    va_list rest;                                                         \
    va_start(rest, flags);                                                \
    mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0; \
    va_end(rest);                                                         \
    if (flags & O_CREAT && is_due("open", AT_FDCWD, path)) return -1;     \
    return REAL(name)(path, flags, mode);                                 \
  }
OPEN(open)
OPEN(open64)
