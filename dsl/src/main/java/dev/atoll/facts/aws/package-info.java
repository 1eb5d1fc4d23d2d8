/** Facts of the AWS account. */
package dev.atoll.facts.aws;
