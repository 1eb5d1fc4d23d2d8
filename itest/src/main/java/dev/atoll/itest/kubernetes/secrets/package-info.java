/** A stand-in for the External Secrets Operator. */
package dev.atoll.itest.kubernetes.secrets;
