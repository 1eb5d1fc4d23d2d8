package dev.atoll.stacks.terraform;

/**
 * A file that lies beside a root because a resource of it reads it.
 *
 * @param path its path within the root's folder, with slashes
 * @param text what it says
 */
public record Attachment(String path, String text) {}
