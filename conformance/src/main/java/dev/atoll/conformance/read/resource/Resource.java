package dev.atoll.conformance.read.resource;

import dev.atoll.conformance.read.term.Term;

/**
 * One instance of a resource or of a data source.
 *
 * @param address its address in the root: {@code module.a.aws_subnet.b[0]}
 * @param data whether it is a data source
 * @param type its type, such as {@code aws_subnet}
 * @param provider the key of its provider configuration, such as {@code aws.us_east_2}; empty when
 *     the format does not say
 * @param arguments its arguments and, where known, its attributes
 * @param file the name of the file that shows it
 */
public record Resource(
    String address,
    boolean data,
    String type,
    String provider,
    Term.ObjectOf arguments,
    String file) {}
