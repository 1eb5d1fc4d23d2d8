/** Facts about files that somebody writes, whatever their format. */
package dev.atoll.facts.file;
