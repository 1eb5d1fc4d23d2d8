/** How stand-ins for servers listen: plain HTTP and WebSockets on one port. */
package dev.atoll.itest.twin.http;
