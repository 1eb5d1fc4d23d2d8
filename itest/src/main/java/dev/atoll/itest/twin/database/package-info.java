/** The twin's database: a real PostgreSQL, and the writer's address in front of it. */
package dev.atoll.itest.twin.database;
