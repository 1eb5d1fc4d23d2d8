package dev.atoll.facts;

/** Something that is there: a plain record of one thing, whatever it was read from. */
public interface Fact {

  /** Where this was read. */
  Source source();

  /** Which thing this is about. */
  Ref ref();
}
