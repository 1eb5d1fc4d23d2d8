/** The helm command, against any cluster. */
package dev.atoll.itest.helm;
