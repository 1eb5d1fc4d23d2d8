/** Child processes that end with us, and what is needed to start them. */
package dev.atoll.itest.process;
