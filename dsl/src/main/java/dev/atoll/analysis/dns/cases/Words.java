package dev.atoll.analysis.dns.cases;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/** The words of a line, taken one after the other. */
final class Words {

  private final Deque<String> words;

  Words(String line) {
    this.words = new ArrayDeque<>(Arrays.asList(line.split("\\s+")));
  }

  String next() {
    if (words.isEmpty()) {
      throw new IllegalArgumentException("the line ends too early");
    }
    return words.remove();
  }

  /** Takes the word if it comes next. */
  boolean takes(String word) {
    if (word.equals(words.peek())) {
      words.remove();
      return true;
    }
    return false;
  }

  /** The parts of the next word, which commas separate. */
  List<String> list() {
    return Arrays.asList(next().split(","));
  }

  /** The next word, which has to be this one. */
  void expect(String word) {
    String next = next();
    if (!next.equals(word)) {
      throw new IllegalArgumentException("\"%s\" where \"%s\" belongs".formatted(next, word));
    }
  }

  String rest() {
    String rest = String.join(" ", words);
    words.clear();
    return rest;
  }
}
