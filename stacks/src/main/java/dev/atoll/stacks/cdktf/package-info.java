/** The seam to CDKTF: the only place that knows it. */
package dev.atoll.stacks.cdktf;
