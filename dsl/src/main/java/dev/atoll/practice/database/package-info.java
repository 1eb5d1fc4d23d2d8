/** Practices about Aurora PostgreSQL. */
package dev.atoll.practice.database;
