/** Practices about running it. */
package dev.atoll.practice.operations;
