/** Practices about certificates, roles, secrets and state. */
package dev.atoll.practice.security;
