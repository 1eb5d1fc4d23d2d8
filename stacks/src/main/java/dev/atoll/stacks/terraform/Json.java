package dev.atoll.stacks.terraform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * JSON text with expressions in it: every expression stands there as {@code jsonencode(…)}, so that
 * text, numbers and lists alike come out right whatever they are once they are known.
 */
public final class Json {

  private Json() {}

  /** A block as JSON text that Terraform completes. */
  public static Template of(Block block) {
    List<Object> parts = new ArrayList<>();
    write(block.content(), parts);
    return Template.of(joined(parts).toArray());
  }

  private static void write(Object value, List<Object> parts) {
    if (value instanceof Map<?, ?> map) {
      String before = "{";
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        parts.add(before + quoted(entry.getKey().toString()) + ":");
        write(entry.getValue(), parts);
        before = ",";
      }
      parts.add(map.isEmpty() ? "{}" : "}");
    } else if (value instanceof List<?> list) {
      String before = "[";
      for (Object element : list) {
        parts.add(before);
        write(element, parts);
        before = ",";
      }
      parts.add(list.isEmpty() ? "[]" : "]");
    } else if (value instanceof Expression expression) {
      parts.add(encoded(List.of(expression)));
    } else if (value instanceof Template template) {
      parts.add(encoded(template.parts()));
    } else {
      parts.add(value instanceof String text ? quoted(text) : value.toString());
    }
  }

  /** An expression, or text with expressions in it, as Terraform's {@code jsonencode} of it. */
  private static Expression encoded(List<Object> parts) {
    List<Expression.Part> all = new ArrayList<>();
    all.add(new Expression.Text("jsonencode("));
    if (parts.size() == 1 && parts.get(0) instanceof Expression alone) {
      all.addAll(alone.parts());
    } else {
      all.add(new Expression.Text("\""));
      for (Object part : parts) {
        if (part instanceof Expression expression) {
          all.add(new Expression.Text("${"));
          all.addAll(expression.parts());
          all.add(new Expression.Text("}"));
        } else {
          String quoted = quoted(Template.escaped(part.toString()));
          all.add(new Expression.Text(quoted.substring(1, quoted.length() - 1)));
        }
      }
      all.add(new Expression.Text("\""));
    }
    all.add(new Expression.Text(")"));
    return new Expression(all);
  }

  /**
   * A text as JSON has it, byte for byte as Terraform's {@code jsonencode} writes it: what could
   * end a script or a comment in a page is escaped, too.
   *
   * @see <a
   *     href="https://developer.hashicorp.com/terraform/language/functions/jsonencode">jsonencode</a>
   */
  public static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.chars()
        .forEach(
            each -> {
              switch (each) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default ->
                    quoted.append(
                        isEscaped(each)
                            ? String.format("\\u%04x", each)
                            : String.valueOf((char) each));
              }
            });
    return quoted.append('"').toString();
  }

  private static boolean isEscaped(int each) {
    return each < ' ' || "<>&\u2028\u2029".indexOf(each) >= 0;
  }

  private static List<Object> joined(List<Object> parts) {
    List<Object> joined = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (Object part : parts) {
      if (part instanceof Expression) {
        joined.add(text.toString());
        joined.add(part);
        text.setLength(0);
      } else {
        text.append(part);
      }
    }
    joined.add(text.toString());
    return joined;
  }
}
