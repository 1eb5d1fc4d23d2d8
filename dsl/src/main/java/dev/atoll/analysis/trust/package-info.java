/** Which service accounts a role's trust policy lets in. */
package dev.atoll.analysis.trust;
