/**
 * A deployment that runs on loopback, built from what was read back of the applied one. {@link
 * dev.atoll.itest.twin.RunningTwin} puts together what the packages below have.
 */
package dev.atoll.itest.twin;
