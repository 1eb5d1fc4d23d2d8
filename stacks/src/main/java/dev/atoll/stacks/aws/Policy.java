package dev.atoll.stacks.aws;

import dev.atoll.stacks.terraform.Expression;
import dev.atoll.stacks.terraform.Template;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * An IAM policy as data, written as JSON with Terraform expressions in it.
 *
 * @param statements its statements
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">
 *     Grammar of the IAM JSON policy language</a>
 */
public record Policy(List<PolicyStatement> statements) {

  public Policy {
    statements = List.copyOf(statements);
  }

  /** A policy of these statements. */
  public static Policy of(PolicyStatement... statements) {
    return new Policy(Arrays.asList(statements));
  }

  /** As an argument of a resource. */
  public Template json() {
    List<?> all = statements.stream().map(PolicyStatement::json).toList();
    List<Object> parts = new ArrayList<>();
    parts.add("{\"Version\":\"2012-10-17\",\"Statement\":");
    write(parts, all);
    parts.add("}");
    return Template.of(parts.toArray());
  }

  private static void write(List<Object> text, Object value) {
    if (value instanceof Map<?, ?> map) {
      text.add("{");
      String between = "";
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        text.add(between);
        write(text, entry.getKey());
        text.add(":");
        write(text, entry.getValue());
        between = ",";
      }
      text.add("}");
    } else if (value instanceof List<?> list) {
      text.add("[");
      String between = "";
      for (Object element : list) {
        text.add(between);
        write(text, element);
        between = ",";
      }
      text.add("]");
    } else if (value instanceof Expression || value instanceof Template) {
      text.addAll(List.of("\"", value, "\""));
    } else {
      String literal = value.toString().replace("\\", "\\\\").replace("\"", "\\\"");
      text.add("\"" + literal + "\"");
    }
  }
}
