package dev.atoll.facts.configuration;

import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;

/**
 * A file that Terraform configuration takes in by {@code file} or {@code templatefile}, such as a
 * script that a pod runs. Never shows its text: it may hold a secret.
 *
 * @param ref the file
 * @param text what stands in it
 * @param template whether it is taken in as a template, whose parts Terraform evaluates
 */
public record TakenFile(Source source, Ref ref, String text, boolean template) implements Fact {
  @Override
  public String toString() {
    return "TakenFile[%s, %d characters]".formatted(ref, text.length());
  }
}
