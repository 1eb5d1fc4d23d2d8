/** Facts about relational databases: clusters, their instances, and how clients sign in. */
package dev.atoll.facts.database;
