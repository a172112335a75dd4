/* Succeeds when the system's code page is the one that is named. */
#include <stdio.h>
#include <stdlib.h>
#include <windows.h>

int main(int argc, char** argv) {
  printf("code page %u\n", GetACP());
  return argc == 2 && GetACP() == (unsigned)atoi(argv[1]) ? 0 : 1;
}
