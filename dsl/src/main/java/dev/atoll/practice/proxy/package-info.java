/** Practices about workspace proxies. */
package dev.atoll.practice.proxy;
