/** Practices about the life of a deployment, from the first apply to the destroy. */
package dev.atoll.practice.lifecycle;
