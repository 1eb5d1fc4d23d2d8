package dev.atoll.stacks.terraform;

/**
 * An output that a person or another root needs. None is secret.
 *
 * @param name its name
 * @param description what it is good for
 * @param value its value: text, an expression, or a list or map of these
 */
public record Output(String name, String description, Object value) {}
