/**
 * Error texts that the documents and the practices know: how to find them in what a program wrote,
 * and what they mean. One entry per known error; whatever is not in a list stays unknown.
 */
package dev.atoll.diagnosis;
