package dev.atoll.itest.localstack;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** An emulator that answers, wherever it runs. */
interface Running extends AutoCloseable {

  /** The name of its log in its folder. */
  String LOG = "localstack.log";

  /** The name of the folder for its command line. */
  String COMMANDS = "commands";

  /** Where every API answers. */
  URI endpoint();

  /** How it runs, as half a sentence. */
  String manner();

  /** What was started, as half a sentence. */
  String origin();

  /** What of it is on this machine. */
  Path folder();

  /** Its processes on this machine. */
  List<Long> pids();

  /** Puts a file, wholly, where its scripts are. */
  void place(String file, String content);

  @Override
  void close();
}
