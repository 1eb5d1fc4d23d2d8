/** The twin's network: addresses on loopback, what passes between them, and how long it takes. */
package dev.atoll.itest.twin.network;
