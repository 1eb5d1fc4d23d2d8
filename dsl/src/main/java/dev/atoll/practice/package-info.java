/** The practice catalogue, what judges by it, and what a judgement is made of. */
package dev.atoll.practice;
