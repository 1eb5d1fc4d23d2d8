/** The twin's clients: HTTP and WebSockets over connections that the twin's network opens. */
package dev.atoll.itest.twin.client;
