/** JUnit 5: an emulator, a cluster, helm and Terraform as parameters of a test. */
package dev.atoll.itest.junit;
