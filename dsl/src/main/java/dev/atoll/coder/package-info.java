/** What is known of Coder's releases. */
package dev.atoll.coder;
