/* Reviews a strategy: review FILE AS_OF prints the review as JSON. */
#include <senryaku.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char* read_file(const char* path, long* size) {
  char* text = NULL;
  FILE* file = fopen(path, "rb");
  if (file == NULL) return NULL;
  if (fseek(file, 0, SEEK_END) == 0 && (*size = ftell(file)) >= 0 && fseek(file, 0, SEEK_SET) == 0) {
    text = malloc((size_t)*size + 1);
    if (text != NULL && fread(text, 1, (size_t)*size, file) != (size_t)*size) {
      free(text);
      text = NULL;
    }
  }
  fclose(file);
  return text;
}

static int complain(senryaku_error* error) {
  int64_t i;
  for (i = 0; i < senryaku_error_count(error); ++i) {
    fprintf(stderr, "%d:%d: %s [%s]\n", (int)senryaku_error_line(error, i), (int)senryaku_error_column(error, i),
            senryaku_error_message(error, i, "ja"), senryaku_error_code(error, i));
  }
  senryaku_error_free(error);
  return 1;
}

int main(int argc, char** argv) {
  long size = 0;
  char options[64];
  senryaku_strategy* strategy = NULL;
  senryaku_result* result = NULL;
  senryaku_error* error = NULL;
  char* text;
  if (argc != 3 || strlen(argv[2]) != 10 || (text = read_file(argv[1], &size)) == NULL) {
    fprintf(stderr, "usage: review FILE YYYY-MM-DD\n");
    return 2;
  }
  sprintf(options, "{\"as_of\": \"%s\"}", argv[2]);
  if (senryaku_strategy_parse(text, size, NULL, 0, &strategy, &error) != SENRYAKU_OK) {
    free(text);
    return complain(error);
  }
  free(text);
  if (senryaku_review(strategy, NULL, options, (int64_t)strlen(options), &result, &error) != SENRYAKU_OK) {
    senryaku_strategy_free(strategy);
    return complain(error);
  }
  fputs(senryaku_result_json(result, NULL), stdout);
  senryaku_result_free(result);
  senryaku_strategy_free(strategy);
  return 0;
}
