/** Tells secrets from other texts. */
package dev.atoll.analysis.secrets;
