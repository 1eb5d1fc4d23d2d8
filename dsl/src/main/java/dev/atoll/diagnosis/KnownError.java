package dev.atoll.diagnosis;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An error text whose meaning is known. Immutable; the methods read as a sentence:
 *
 * <pre>{@code
 * KnownError.called("helm-name-in-use", "HELM-1")
 *     .reads("cannot re-use a name that is still in use")
 *     .markedBy("re-use")
 *     .means("A release of that name is there, and Terraform's state does not have it.")
 *     .fix("Say upgrade_install = true …")
 *     .writtenIn(page(…));
 * }</pre>
 *
 * @param id a stable name, such as {@code helm-name-in-use}
 * @param practice the id of the practice that keeps it from happening
 * @param text what it reads like, over lines joined by single spaces, in upper or lower case
 * @param marks single words in lower case, one of which is in every such text: a line without any
 *     of them is not looked at closely
 * @param means what has happened
 * @param fix what to do
 * @param sources where the text is written down: the documents' sections first, then web pages
 */
public record KnownError(
    String id,
    String practice,
    Pattern text,
    Set<String> marks,
    String means,
    String fix,
    List<String> sources) {

  private static final Pattern NOTHING = Pattern.compile("(?!)");

  public KnownError {
    marks = Set.copyOf(marks);
    sources = List.copyOf(sources);
  }

  /** One with that id, which breaks that practice. */
  static KnownError called(String id, String practice) {
    return new KnownError(id, practice, NOTHING, Set.of(), "", "", List.of());
  }

  /**
   * The same, with the regular expression of its text. What may be written in between is bounded,
   * {@code .{0,80}}: a log has many lines.
   */
  KnownError reads(String regex) {
    Pattern pattern = Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    return new KnownError(id, practice, pattern, marks, means, fix, sources);
  }

  /** The same, with the words that give it away. */
  KnownError markedBy(String... words) {
    return new KnownError(id, practice, text, Set.of(words), means, fix, sources);
  }

  /** The same, with what has happened. */
  KnownError means(String said) {
    return new KnownError(id, practice, text, marks, said, fix, sources);
  }

  /** The same, with what to do. */
  KnownError fix(String remedy) {
    return new KnownError(id, practice, text, marks, means, remedy, sources);
  }

  /** The same, with where its text is written down. */
  KnownError writtenIn(String... places) {
    return new KnownError(id, practice, text, marks, means, fix, List.of(places));
  }
}
