/** Workspace proxies: roots of their own, which wait until there is a licence. */
package dev.atoll.stacks.proxy;
