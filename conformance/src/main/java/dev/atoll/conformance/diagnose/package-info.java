/**
 * Walks the documents' troubleshooting lists and the path between replicas, over facts, over what a
 * running deployment answers, or both, and names everything that is broken.
 */
package dev.atoll.conformance.diagnose;
