/** Facts about secrets: where they are kept and where else they are written. */
package dev.atoll.facts.secret;
