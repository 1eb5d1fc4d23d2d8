/**
 * What Route 53 answers to whom: zones, the choice among records by latency and health, classes of
 * names, and a proof over all of them. Pure, over facts.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/health-checks-how-route-53-chooses-records.html">How
 *     Route 53 chooses records when health checking is configured</a>
 */
package dev.atoll.analysis.dns;
