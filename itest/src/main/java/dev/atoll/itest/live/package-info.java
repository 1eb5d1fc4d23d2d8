/** A real deployment, asked over the real Internet: read-only, slowly, and not often. */
package dev.atoll.itest.live;
