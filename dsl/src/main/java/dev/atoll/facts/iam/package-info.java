/** What is known of identities and of who may take them. */
package dev.atoll.facts.iam;
