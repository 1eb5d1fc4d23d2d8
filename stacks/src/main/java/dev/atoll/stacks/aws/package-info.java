/** The kinds of AWS resources that Atoll makes: one small record each. */
package dev.atoll.stacks.aws;
