package dev.atoll.itest.twin.coder;

import dev.atoll.itest.twin.http.Answer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names below which workspace apps are. Every name one label below the wildcard is taken for an
 * app's, whatever is asked of it.
 *
 * @param server says which server answered
 * @param accessHost the host of the access URL, which is never an app's
 * @param wildcard such as {@code *.coderdemo.io}; empty when apps have no names
 */
record AppHosts(String server, String accessHost, Optional<String> wildcard) {

  private static final String LABEL = "[a-zA-Z0-9]+(?:-[a-zA-Z0-9]+)*";
  private static final Pattern APP =
      Pattern.compile(
          "(?:.*---)?(?<app>%1$s)(?:--(?<agent>%1$s))?--(?<workspace>%1$s)--(?<user>%1$s)"
              .formatted(LABEL));

  /** The one workspace that there is. */
  private static final String WORKSPACE = "dev";

  /** Whether a name is one label below the wildcard. */
  boolean covers(String host) {
    return label(host).isPresent();
  }

  /** What is answered by such a name; empty for every other name. */
  Optional<Answer> answer(String host) {
    return host.equals(accessHost) ? Optional.empty() : label(host).map(this::app);
  }

  private Optional<String> label(String host) {
    return wildcard.flatMap(
        pattern -> {
          String regex =
              Pattern.quote(pattern.toLowerCase(Locale.ROOT))
                  .replaceFirst("\\*", "\\\\E([^.]+)\\\\Q");
          Matcher matcher = Pattern.compile(regex).matcher(host);
          return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
        });
  }

  private Answer app(String label) {
    Matcher app = APP.matcher(label);
    if (!app.matches()) {
      return Messages.page(
          400,
          "Invalid Application URL",
          "Could not parse subdomain application URL \"%1$s\": invalid application url format: \"%1$s\""
              .formatted(label));
    }
    return app.group("user").equals(FirstUser.NAME) && app.group("workspace").equals(WORKSPACE)
        ? Answer.text(200, "the app %s by %s".formatted(app.group("app"), server))
        : Messages.page(
            404, "Application Not Found", "The application or workspace does not exist.");
  }
}
