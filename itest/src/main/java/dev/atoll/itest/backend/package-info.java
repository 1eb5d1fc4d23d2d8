/** Whether what is tested against runs in containers or as processes. */
package dev.atoll.itest.backend;
