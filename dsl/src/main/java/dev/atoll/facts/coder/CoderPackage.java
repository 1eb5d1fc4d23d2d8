package dev.atoll.facts.coder;

import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;

/**
 * What a Coder server or a workspace proxy is installed from.
 *
 * @param of server or proxy
 * @param chart the version of the Helm chart; an empty text where none is pinned
 * @param image the tag of the image; an empty text where none is pinned
 */
public record CoderPackage(Source source, Ref ref, Of of, Value<String> chart, Value<String> image)
    implements Fact {

  /** What is installed. */
  public enum Of {
    SERVER("Coder server"),
    PROXY("workspace proxy");

    private final String text;

    Of(String text) {
      this.text = text;
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
