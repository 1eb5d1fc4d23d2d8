/** What was installed or built once for this user, and serves all runs. */
package dev.atoll.itest.cache;
