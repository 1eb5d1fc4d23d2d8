/** Certificates and the records that validate them. */
package dev.atoll.stacks.certificate;
