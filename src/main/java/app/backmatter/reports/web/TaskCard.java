package app.backmatter.reports.web;

/**
 * One step of setting a workspace up.
 *
 * @param key end of its message keys
 * @param href where it is done
 */
record TaskCard(String key, boolean isDone, String href) {}
