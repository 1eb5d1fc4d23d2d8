package dev.atoll.stacks.terraform;

import dev.atoll.stacks.terraform.Expression.Part;
import dev.atoll.stacks.terraform.Expression.Reference;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The body of a Terraform block: attributes and nested blocks in the order in which they were set.
 * Immutable.
 *
 * @param content text, expressions, numbers, truth values, lists and maps of these
 */
public record Block(Map<String, Object> content) {

  private static final Block EMPTY = new Block(Map.of());

  public Block {
    content = Collections.unmodifiableMap(new LinkedHashMap<>(content));
  }

  /** A block without attributes. */
  public static Block empty() {
    return EMPTY;
  }

  /** A block with one attribute. */
  public static Block of(String name, Object value) {
    return EMPTY.with(name, value);
  }

  /**
   * The same block with one more attribute. Text is taken literally; an {@link Expression} or a
   * {@link Template} is evaluated by Terraform; a {@link Block} nests; anything else is written as
   * its text.
   */
  public Block with(String name, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(content);
    more.put(name, plain(value));
    return new Block(more);
  }

  /** What Terraform's JSON syntax has: text is escaped, expressions are templates. */
  public Map<String, Object> attributes() {
    return each(content, Block::json);
  }

  /** What its expressions refer to. */
  public Set<Reference> references() {
    return references(content);
  }

  /** What the expressions in a value refer to, however deep they lie in it. */
  public static Set<Reference> references(Object value) {
    return leaves(plain(value))
        .flatMap(
            leaf -> leaf instanceof Template template ? template.parts().stream() : Stream.of(leaf))
        .filter(Expression.class::isInstance)
        .flatMap(leaf -> ((Expression) leaf).references().stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** The same block with every reference replaced. */
  public Block referring(Function<Reference, Part> replacement) {
    return new Block(
        each(
            content,
            leaf ->
                leaf instanceof Expression expression
                    ? expression.referring(replacement)
                    : leaf instanceof Template template ? template.referring(replacement) : leaf));
  }

  private static Object json(Object leaf) {
    return leaf instanceof String text
        ? literal(text)
        : leaf instanceof Expression || leaf instanceof Template ? leaf.toString() : leaf;
  }

  /** A text that Terraform reads as it is. */
  static String literal(Object value) {
    return value.toString().replace("${", "$${").replace("%{", "%%{");
  }

  private static Object plain(Object value) {
    if (value instanceof Block block) {
      return block.content();
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> sorted = new TreeMap<>();
      map.forEach((key, element) -> sorted.put(key.toString(), plain(element)));
      return sorted;
    }
    if (value instanceof Collection<?> elements) {
      return List.copyOf(elements.stream().map(Block::plain).toList());
    }
    boolean itself =
        value instanceof Expression
            || value instanceof Template
            || value instanceof Boolean
            || value instanceof Number;
    return itself ? value : value.toString();
  }

  private static Stream<Object> leaves(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.values().stream().flatMap(Block::leaves);
    }
    return value instanceof List<?> list ? list.stream().flatMap(Block::leaves) : Stream.of(value);
  }

  private static Map<String, Object> each(Map<?, ?> map, Function<Object, Object> change) {
    Map<String, Object> changed = new LinkedHashMap<>();
    map.forEach((key, value) -> changed.put(key.toString(), leaf(value, change)));
    return changed;
  }

  private static Object leaf(Object value, Function<Object, Object> change) {
    if (value instanceof Map<?, ?> map) {
      return each(map, change);
    }
    return value instanceof List<?> list
        ? list.stream().map(element -> leaf(element, change)).toList()
        : change.apply(value);
  }
}
