/** Facts about Coder itself. */
package dev.atoll.facts.coder;
