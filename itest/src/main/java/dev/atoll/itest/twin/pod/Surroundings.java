package dev.atoll.itest.twin.pod;

import dev.atoll.itest.twin.clock.TwinClock;
import dev.atoll.itest.twin.database.WriterFront;
import dev.atoll.itest.twin.network.Dialer;
import dev.atoll.itest.twin.network.Host;
import java.util.Optional;

/**
 * What is around a server of the twin.
 *
 * @param host where it stands; it listens on this address
 * @param dialer opens its connections to others of the deployment
 * @param caller asks others by name; empty when nobody answers names there
 * @param database the writer; what is sent to it goes through the dialer
 * @param clock the twin's time
 */
public record Surroundings(
    Host host, Dialer dialer, Optional<Caller> caller, WriterFront database, TwinClock clock) {}
