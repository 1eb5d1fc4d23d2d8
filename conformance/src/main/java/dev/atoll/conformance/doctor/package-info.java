/** What this machine has of what Atoll uses, and what each is for. */
package dev.atoll.conformance.doctor;
