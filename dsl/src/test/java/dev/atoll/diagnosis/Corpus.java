package dev.atoll.diagnosis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Texts to recognise, in a plain file: "--- KIND" begins one, "#" above the first is a remark, and
 * {@code \e} stands for the escape character.
 */
record Corpus(List<Sample> samples) {

  /** A text and what is said of it. */
  record Sample(String kind, String text) {
    @Override
    public String toString() {
      return kind + ": " + text.strip().lines().findFirst().orElse("nothing");
    }
  }

  static Corpus read(String name) {
    try (InputStream file = Corpus.class.getResourceAsStream(name + ".txt")) {
      if (file == null) {
        throw new AssertionError("there is no corpus " + name + ".txt");
      }
      return new Corpus(samples(new String(file.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Sample> samples(String file) {
    List<Sample> samples = new ArrayList<>();
    for (String block : file.split("(?m)^--- ", -1)) {
      int end = block.indexOf('\n');
      if (end > 0 && !block.startsWith("#")) {
        String text = block.substring(end + 1).replace("\\e", "\u001b");
        samples.add(new Sample(block.substring(0, end).strip(), text));
      }
    }
    return samples;
  }

  List<String> of(String kind) {
    return samples.stream().filter(sample -> sample.kind().equals(kind)).map(Sample::text).toList();
  }
}
