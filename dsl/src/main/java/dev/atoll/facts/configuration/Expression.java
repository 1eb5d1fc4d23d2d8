package dev.atoll.facts.configuration;

import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import java.util.List;

/**
 * A text as it is written in Terraform configuration.
 *
 * @param ref the resource, data source, output, local value … in which it is written
 * @param argument where in that: {@code metadata.annotations[0]}
 * @param form what it is
 * @param text the text as it is written, with the marks of its template
 * @param references what it refers to: {@code aws_acm_certificate.us_east_2.arn}
 * @param functions the functions that it calls: {@code trimprefix}
 */
public record Expression(
    Source source,
    Ref ref,
    String argument,
    Form form,
    String text,
    List<String> references,
    List<String> functions)
    implements Fact {

  /** The three forms of which practices speak. */
  public enum Form {
    /** The value stands there. */
    LITERAL,
    /** The value of something else, as it is. */
    REFERENCE,
    /** Anything that is computed: a call, an operator, a text with references in it. */
    FUNCTION
  }

  public Expression {
    references = List.copyOf(references);
    functions = List.copyOf(functions);
  }
}
