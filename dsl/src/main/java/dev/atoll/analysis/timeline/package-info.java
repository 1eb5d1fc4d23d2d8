/** How long things take. */
package dev.atoll.analysis.timeline;
