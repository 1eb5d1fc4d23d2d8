package dev.atoll.itest.twin.http;

import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;

/** Reads requests as the server's library has them. */
final class Questions {

  private Questions() {}

  static Question of(Request request) throws IOException {
    Map<String, String> headers = new HashMap<>();
    request
        .getHeaders()
        .forEach(field -> headers.putIfAbsent(field.getLowerCaseName(), field.getValue()));
    Map<String, String> cookies = new HashMap<>();
    for (HttpCookie cookie : Request.getCookies(request)) {
      cookies.putIfAbsent(cookie.getName(), cookie.getValue());
    }
    Map<String, String> query = new HashMap<>();
    for (Fields.Field field : Request.extractQueryParameters(request)) {
      query.put(field.getName(), field.getValue());
    }
    return new Question(
        request.getMethod(),
        Request.getServerName(request).toLowerCase(Locale.ROOT),
        path(request),
        query,
        headers,
        cookies,
        Content.Source.asString(request),
        Request.getRemoteAddr(request),
        "websocket".equalsIgnoreCase(headers.get("upgrade")));
  }

  private static String path(Request request) {
    String path = Request.getPathInContext(request);
    return path.startsWith("/") ? path : "/" + path;
  }
}
