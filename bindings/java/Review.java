import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;
import jp.senryaku.Senryaku;

/** Reviews a strategy: Review FILE AS_OF prints the review as JSON. */
public final class Review {
  public static void main(String[] arguments) throws Exception {
    try (Senryaku.Strategy strategy = new Senryaku.Strategy(Files.readAllBytes(Paths.get(arguments[0])))) {
      String review = strategy.review("{\"as_of\": \"" + arguments[1] + "\"}", null);
      new PrintStream(System.out, true).write(review.getBytes(StandardCharsets.UTF_8));
    } catch (Senryaku.Failure failure) {
      System.err.println(failure.problems);
      System.exit(1);
    }
  }
}
