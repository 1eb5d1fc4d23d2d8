/** Facts that only the fluent model has. */
package dev.atoll.facts.model;
