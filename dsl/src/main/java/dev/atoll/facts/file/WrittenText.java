package dev.atoll.facts.file;

import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;

/**
 * A text that stands in a file, with the name under which it stands there. Never shows the text: it
 * may be a secret.
 *
 * @param ref the file and the place in it: {@code cdk.tf.json/resource/aws_eip/a/tags/Name}
 * @param name the attribute, variable or key that it is the value of; empty when it has none
 * @param text the text, with Terraform's {@code ${…}} as written
 */
public record WrittenText(Source source, Ref ref, String name, String text) implements Fact {
  @Override
  public String toString() {
    return "WrittenText[ref=%s, name=%s, %d characters]".formatted(ref, name, text.length());
  }
}
