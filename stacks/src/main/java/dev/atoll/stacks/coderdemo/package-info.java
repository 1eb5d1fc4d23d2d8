/** The deployment of the documents. */
package dev.atoll.stacks.coderdemo;
