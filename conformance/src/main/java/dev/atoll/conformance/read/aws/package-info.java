/**
 * Resource types of the AWS provider (5.100) as facts, one class each. What Terraform lets people
 * write in several ways, such as inline and separate rules, is levelled here.
 */
package dev.atoll.conformance.read.aws;
