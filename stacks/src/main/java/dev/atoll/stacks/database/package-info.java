/** The layer of databases. */
package dev.atoll.stacks.database;
