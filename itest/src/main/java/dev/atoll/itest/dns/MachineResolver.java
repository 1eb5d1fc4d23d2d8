package dev.atoll.itest.dns;

import dev.atoll.traffic.Resolution;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * The machine's own resolver, with its hosts file. It does not say how long its answer may be kept,
 * nor why there is none.
 */
public final class MachineResolver implements Resolver {

  @Override
  public Resolution resolve(String name) {
    try {
      List<String> addresses =
          Arrays.stream(InetAddress.getAllByName(name))
              .filter(Inet4Address.class::isInstance)
              .map(InetAddress::getHostAddress)
              .toList();
      return new Resolution(name, "NOERROR", addresses, Duration.ZERO);
    } catch (UnknownHostException e) {
      return new Resolution(name, "no address", List.of(), Duration.ZERO);
    }
  }
}
