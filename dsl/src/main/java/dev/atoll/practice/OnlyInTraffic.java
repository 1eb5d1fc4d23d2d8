package dev.atoll.practice;

import dev.atoll.facts.Facts;

/** A practice that no fact shows: it is asked of, or tried on, what runs. */
public interface OnlyInTraffic extends Practice {

  @Override
  default Judgement judge(Facts facts) {
    return Judgement.notApplicable("facts do not show it: it is asked of, or tried on, what runs");
  }
}
