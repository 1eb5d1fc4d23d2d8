/** What every cluster has before anything of ours runs in it: controllers and their charts. */
package dev.atoll.stacks.platform;
