/* Opens and closes the shared library and a plugin that holds the static one, again and again. */
#include <dlfcn.h>
#include <stdio.h>

int main(void) {
  int round;
  for (round = 0; round < 3; ++round) {
    int (*is_valid)(const char*);
    const char* (*version)(void);
    void* plugin = dlopen(PLUGIN, RTLD_NOW | RTLD_LOCAL);
    void* library = dlopen(LIBRARY, RTLD_NOW | RTLD_LOCAL);
    if (plugin == NULL || library == NULL) return printf("%s\n", dlerror()), 1;
    *(void**)&is_valid = dlsym(plugin, "plugin_code_is_valid");
    *(void**)&version = dlsym(library, "senryaku_version");
    if (is_valid == NULL || version == NULL || !is_valid("074471") || is_valid("074472") || version()[0] == '\0') return 1;
    if (dlclose(plugin) != 0 || dlclose(library) != 0) return 1;
  }
  if (dlopen(LIBRARY, RTLD_NOW | RTLD_NOLOAD) != NULL) return printf("still loaded after dlclose\n"), 1;
  return 0;
}
