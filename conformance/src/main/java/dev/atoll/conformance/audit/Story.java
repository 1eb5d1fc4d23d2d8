package dev.atoll.conformance.audit;

import dev.atoll.facts.Source;
import dev.atoll.practice.About;
import dev.atoll.practice.Finding;
import dev.atoll.practice.Motif;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Findings of several practices that make sense together only: cause, what hides it, and what comes
 * of both.
 *
 * @param lead what leads
 * @param joins what belongs to it when it is in the same root
 * @param besides what the joined ones add to the sentence
 * @param effect what happens in production because of all of it
 * @param fix what to do about all of it
 */
record Story(Motif lead, Set<Motif> joins, String besides, String effect, String fix) {

  /** Those that can be told. */
  static final List<Story> ALL =
      List.of(
          new Story(
              Motif.PORT_LEADS_NOWHERE,
              Set.of(Motif.MENDED_AFTERWARDS, Motif.EVERY_APPLY),
              "HTTPS works only because a kubectl patch mends the Service after every apply",
              "helm makes 443 lead to a port at which nothing listens, and the patch mends it"
                  + " afterwards. Between the two, at every upgrade of the chart, HTTPS hangs. If"
                  + " whoever applies has another cluster in the kubeconfig, or none, the patch"
                  + " fails, the apply is green, and HTTPS hangs for everybody in that region until"
                  + " somebody finds the patch.",
              "Own the Service: port 443 with targetPort 8080, made in one piece with the"
                  + " annotations (coder.service.enable = false in the chart). Then delete the"
                  + " provisioner."),
          new Story(
              Motif.HEALTH_OF_OTHERS,
              Set.of(Motif.LEADS_TO_PROXY),
              "failover cannot work: no check looks at its own region, and in one region the name"
                  + " leads to a workspace proxy, which has no dashboard to fail over to",
              "A dead region looks healthy, because another one answers for it: it keeps its users,"
                  + " who get timeouts. Those whom DNS sends to the proxy cannot log in, on a good"
                  + " day, too: a proxy serves no dashboard and no API.",
              "Per region let alias and health check name the same load balancer, that of the"
                  + " region's Coder server: HTTPS on 443, path /healthz."));

  /** The entries, with those that belong to a story told as one. */
  static List<Entry> told(List<Entry> entries) {
    List<Entry> rest = new ArrayList<>(entries);
    for (Story story : ALL) {
      for (Entry lead : List.copyOf(rest)) {
        if (lead.isOpen() && lead.finding().tellsOf(story.lead)) {
          story.tell(lead, rest);
        }
      }
    }
    return List.copyOf(rest);
  }

  private void tell(Entry lead, List<Entry> rest) {
    Set<String> roots = roots(lead);
    List<Entry> joined =
        rest.stream()
            .filter(entry -> entry.isOpen() && joins.stream().anyMatch(entry.finding()::tellsOf))
            .filter(entry -> !Collections.disjoint(roots, roots(entry)))
            .toList();
    if (joined.isEmpty()) {
      return;
    }
    rest.set(rest.indexOf(lead), one(lead, joined));
    rest.removeAll(joined);
  }

  private Entry one(Entry lead, List<Entry> joined) {
    Set<Source> where = new LinkedHashSet<>(lead.finding().where());
    Set<About> practices = new LinkedHashSet<>(lead.practices());
    List<Part> parts = new ArrayList<>(lead.parts());
    List<String> path = new ArrayList<>(lead.finding().path());
    for (Entry entry : joined) {
      where.addAll(entry.finding().where());
      practices.addAll(entry.practices());
      parts.addAll(entry.parts());
      path.add(entry.finding().what());
    }
    Finding told = lead.finding();
    return lead.with(
        told.told(told.what() + "; " + besides, List.copyOf(where))
            .fix(fix)
            .along(path)
            .because(effect),
        List.copyOf(practices),
        parts);
  }

  /** The roots of the places that a finding is about; the only root has no name. */
  private static Set<String> roots(Entry entry) {
    return entry.finding().where().stream()
        .map(place -> Location.of(place).root())
        .collect(Collectors.toSet());
  }
}
