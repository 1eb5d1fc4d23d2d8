package dev.atoll.itest.twin.coder;

import dev.atoll.itest.twin.http.Answer;
import dev.atoll.itest.twin.http.Question;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a server does for which method and path; <code>{…}</code> in a path stands for any part. */
final class Routes {

  /** Answers one kind of request. */
  @FunctionalInterface
  interface Handler {
    /**
     * Answers.
     *
     * @throws SQLException when the database cannot be asked
     */
    Answer answer(Question question) throws SQLException;
  }

  private final Map<String, Handler> handlers = new LinkedHashMap<>();

  Routes on(String route, Handler handler) {
    handlers.put(route, handler);
    return this;
  }

  /** Every route, for those who compare them with the table. */
  Set<String> names() {
    return handlers.keySet();
  }

  /** The answer, if there is such a route. */
  Optional<Answer> answer(Question question) {
    return handlers.entrySet().stream()
        .filter(each -> fits(each.getKey(), question))
        .findFirst()
        .map(each -> answer(each.getValue(), question));
  }

  private static Answer answer(Handler handler, Question question) {
    try {
      return handler.answer(question);
    } catch (SQLException e) {
      return Messages.internalError(500, "", e);
    }
  }

  static boolean fits(String route, Question question) {
    int space = route.indexOf(' ');
    return route.substring(0, space).equals(question.method())
        && fits(List.of(route.substring(space + 2).split("/")), question.segments());
  }

  private static boolean fits(List<String> route, List<String> path) {
    if (route.size() != path.size()) {
      return false;
    }
    for (int i = 0; i < route.size(); i++) {
      if (!route.get(i).startsWith("{") && !route.get(i).equals(path.get(i))) {
        return false;
      }
    }
    return true;
  }
}
