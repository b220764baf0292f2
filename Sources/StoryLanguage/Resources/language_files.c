#include "language_files.h"

#include <string.h>

static const unsigned char de[] = {
#embed "de.json"
};
static const unsigned char en[] = {
#embed "en.json"
};
static const unsigned char es[] = {
#embed "es.json"
};
static const unsigned char fr[] = {
#embed "fr.json"
};

static const struct {
  const char *code;
  const unsigned char *bytes;
  size_t count;
} files[] = {
    {"de", de, sizeof de}, {"en", en, sizeof en}, {"es", es, sizeof es}, {"fr", fr, sizeof fr}};

const unsigned char *language_file(const char *code, size_t *count) {
  for (size_t i = 0; i < sizeof files / sizeof *files; i++)
    if (strcmp(files[i].code, code) == 0) {
      *count = files[i].count;
      return files[i].bytes;
    }
  return NULL;
}
