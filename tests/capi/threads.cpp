// Eight threads on the same handles: every function, the same answers as from one thread.
#include <cstdio>
#include <map>
#include <thread>

#include "boundary.hpp"

namespace boundary {

void share_handles_between_threads() {
  const handles given;
  std::map<std::string, std::string> expected;
  for (const auto& subject : functions()) {
    if (frees(subject)) continue;
    enter(subject.name, "alone");
    call alone(subject, given);
    alone.run();
    expected[subject.name] = alone.answer();
    alone.release();
  }
  std::vector<std::thread> threads;
  for (int thread = 0; thread < 8; ++thread) {
    threads.emplace_back([&, thread] {
      const std::size_t count = functions().size();
      for (std::size_t i = 0; i < 3 * count; ++i) {  // each thread begins elsewhere
        const auto& subject = functions()[(i + count * static_cast<std::size_t>(thread) / 8) % count];
        if (frees(subject)) continue;
        enter(subject.name, "in thread " + std::to_string(thread));
        call shared(subject, given);
        shared.run();
        // A borrowed text is the same text; its address is not compared.
        expect(shared.answer() == expected.at(subject.name), "another answer");
        shared.release();
      }
    });
  }
  for (auto& thread : threads) thread.join();
}

}  // namespace boundary
