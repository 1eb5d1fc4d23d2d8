package dev.atoll.practice.traffic;

/** What a scripted deployment can get wrong, one thing at a time. */
enum Fault {
  NONE,
  /** Every page is redirected to itself. */
  REDIRECTS,
  /** The relay's path falls through to the dashboard. */
  DASHBOARD_FOR_RELAY,
  /** The relay answers, but not with 200. */
  RELAY_FAILS,
  /** Each Region says that it is another deployment. */
  OWN_DEPLOYMENTS,
  /** A session of one Region is unknown in the next. */
  SESSION_UNKNOWN_ELSEWHERE,
  /** The menu shows every Region's servers. */
  EVERY_REGION_SHOWN,
  /** One Region's servers never answered anybody. */
  ONE_REGION_SILENT,
  /** No server of Coder ever answered anybody. */
  ALL_SILENT,
  /** The load balancer goes on asking a target that ended. */
  DEAD_TARGET_KEPT,
  /** DNS goes on naming a Region whose servers ended. */
  DEAD_REGION_KEPT,
  /** DNS names nobody when all ended. */
  FAILS_CLOSED,
  /** The cookie of a login is sent to every host of the domain. */
  COOKIE_FOR_THE_DOMAIN,
  /** A name that the wildcard stands for is served as if it were the access URL. */
  REGIONAL_NAMES_ARE_SERVED,
  /** No session works at a regional name. */
  NO_SESSION_AT_REGIONAL_NAMES,
  /** Coder refuses in words that nobody knows. */
  OTHER_REFUSAL,
  PROXY_UNHEALTHY,
  PROXY_MISSING,
  /** The name of the proxy leads back to the servers. */
  PROXY_IS_NOT_THERE,
  /** No certificate covers the regional names. */
  NAME_NOT_COVERED,
  /** Another server than Coder is behind 443. */
  WRONG_PORT_BEHIND,
  /** What is behind the load balancer sees the load balancer. */
  ADDRESS_REPLACED,
  /** Pings and keep-alives do not keep a connection alive. */
  KEEP_ALIVES_IGNORED,
  /** Nothing ends idle connections. */
  NO_IDLE_LIMIT,
  /** Everybody is answered with the Region that is farthest away. */
  FARTHEST_FIRST,
  NO_RECORD_OF_THE_ACCESS_URL,
  /** LiteLLM's name is answered by the wildcard. */
  LITELLM_UNDER_THE_WILDCARD,
  /** A web page is behind LiteLLM's name. */
  LITELLM_IS_A_PAGE,
  /** The rotation deletes the old key before workspaces know the new one. */
  DELETES_FIRST,
  /** The rotation leaves the old key alive. */
  NEVER_DELETES,
  ROTATION_FAILS,
  /** Running workspaces never see another key than their first. */
  KEY_NEVER_CHANGES,
  /** Without the database, sessions are answered. */
  ANOTHER_DATABASE,
  /** Without the database, /healthz fails too. */
  HEALTHZ_ASKS_THE_DATABASE,
  /** Replicas time out whatever the rules say. */
  MESH_TIMES_OUT,
  /** Packets pass whatever the rules say. */
  RULES_DO_NOT_MATTER,
  /** The probe measures a tenth of the round trip. */
  PROBE_TOO_FAST,
  /** The probe measures nothing over 50 ms. */
  PROBE_SEES_NO_DELAY
}
