package dev.atoll.conformance.read.hcl;

import org.openrewrite.hcl.internal.grammar.HCLParser.ExpressionContext;

/**
 * {@code name = expression}.
 *
 * @param name the name
 * @param expression the expression, parsed
 * @param place where it stands
 */
record HclAttribute(String name, ExpressionContext expression, Place place) {}
