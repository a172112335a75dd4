using System;
using System.IO;
using System.Text;

/// <summary>Reviews a strategy: Review FILE AS_OF prints the review as JSON.</summary>
static class ReviewSample {
  static int Main(string[] arguments) {
    try {
      using (var strategy = new Senryaku.Strategy(File.ReadAllBytes(arguments[0]))) {
        byte[] review = Encoding.UTF8.GetBytes(strategy.Review("{\"as_of\": \"" + arguments[1] + "\"}"));
        using (Stream output = Console.OpenStandardOutput()) output.Write(review, 0, review.Length);
      }
      return 0;
    } catch (Senryaku.Failure failure) {
      Console.Error.WriteLine(failure.Problems);
      return 1;
    }
  }
}
