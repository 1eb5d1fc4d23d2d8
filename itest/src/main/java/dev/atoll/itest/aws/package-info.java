/** Reads the APIs of AWS, of the emulator's or the live account alike, into facts. */
package dev.atoll.itest.aws;
