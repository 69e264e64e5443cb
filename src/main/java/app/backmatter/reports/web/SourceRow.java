package app.backmatter.reports.web;

import app.backmatter.reports.TotalsCells;

/**
 * What one source brought, ready to be shown.
 *
 * @param key what the address of this source's own report carries
 */
record SourceRow(String key, String name, TotalsCells totals) {}
