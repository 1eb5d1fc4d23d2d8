/** An AWS emulator (LocalStack, as a process), its accounts, and a JUnit 5 extension for both. */
package dev.atoll.itest.localstack;
