/** Asking for the addresses of names. */
package dev.atoll.itest.dns;
