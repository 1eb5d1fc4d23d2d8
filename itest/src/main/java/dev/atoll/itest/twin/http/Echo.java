package dev.atoll.itest.twin.http;

import java.nio.ByteBuffer;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;

/** A WebSocket that sends back what it is sent. Public because the library calls it. */
public final class Echo extends Session.Listener.AbstractAutoDemanding {

  @Override
  public void onWebSocketText(String message) {
    getSession().sendText(message, Callback.NOOP);
  }

  @Override
  public void onWebSocketBinary(ByteBuffer payload, Callback callback) {
    getSession().sendBinary(payload, callback);
  }

  @Override
  public void onWebSocketError(Throwable cause) {
    // The other side went, or the server ends: there is nobody to tell.
  }
}
