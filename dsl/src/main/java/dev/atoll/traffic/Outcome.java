package dev.atoll.traffic;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What became of a request: an answer, or the reason why there is none. */
public sealed interface Outcome {

  /** Takes it apart. */
  <R> R fold(Function<Response, R> answered, Function<Failure, R> failed);

  /** The answer, if there is one. */
  default Optional<Response> response() {
    return fold(Optional::of, failure -> Optional.empty());
  }

  /**
   * An answer.
   *
   * @param status the HTTP status
   * @param headers its headers, names in lower case
   * @param body its body as text
   * @param server the address that was connected to
   * @param took from the first byte sent to the last received
   */
  record Response(
      int status, Map<String, List<String>> headers, String body, String server, Duration took)
      implements Outcome {

    public Response {
      headers = Map.copyOf(headers);
    }

    /** The first value of a header. */
    public Optional<String> header(String name) {
      return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream().findFirst();
    }

    @Override
    public <R> R fold(Function<Response, R> answered, Function<Failure, R> failed) {
      return answered.apply(this);
    }
  }

  /**
   * No answer.
   *
   * @param at how far it came
   * @param why what happened, as half a sentence
   */
  record Failure(Stage at, String why) implements Outcome {
    @Override
    public <R> R fold(Function<Response, R> answered, Function<Failure, R> failed) {
      return failed.apply(this);
    }

    @Override
    public String toString() {
      return at.name().toLowerCase(Locale.ROOT) + ": " + why;
    }
  }

  /** How far a request came. */
  enum Stage {
    /** The name was not answered. */
    NAME,
    /** Nobody took the connection, or nobody answered it in time. */
    CONNECT,
    /** TLS was not agreed on: a certificate that does not cover the name, or an unknown issuer. */
    TLS,
    /** The connection broke, or stayed silent, before the answer was complete. */
    ANSWER
  }
}
