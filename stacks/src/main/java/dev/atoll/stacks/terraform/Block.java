package dev.atoll.stacks.terraform;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The body of a Terraform block: attributes and nested blocks in the order in which they were set.
 * Immutable.
 *
 * @param attributes what Terraform reads: text, numbers, truth values, lists and maps of these
 */
public record Block(Map<String, Object> attributes) {

  private static final Block EMPTY = new Block(Map.of());

  public Block {
    attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
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
   * The same block with one more attribute. Text is taken literally; an {@link Expression} is
   * evaluated by Terraform; a {@link Block} nests; anything else is written as its text.
   */
  public Block with(String name, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(attributes);
    more.put(name, json(value));
    return new Block(more);
  }

  private static Object json(Object value) {
    if (value instanceof Expression expression) {
      return expression.toString();
    }
    if (value instanceof Block block) {
      return block.attributes();
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> sorted = new TreeMap<>();
      map.forEach((key, element) -> sorted.put(key.toString(), json(element)));
      return sorted;
    }
    if (value instanceof Collection<?> elements) {
      return List.copyOf(elements.stream().map(Block::json).toList());
    }
    if (value instanceof Boolean || value instanceof Number) {
      return value;
    }
    return value.toString().replace("${", "$${").replace("%{", "%%{");
  }
}
