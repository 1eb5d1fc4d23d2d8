/** What trials of all areas share: names to ask, places to recognise, time to measure. */
package dev.atoll.practice.traffic;
