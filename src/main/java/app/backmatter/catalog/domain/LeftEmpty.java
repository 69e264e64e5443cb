package app.backmatter.catalog.domain;

import app.backmatter.pages.Use;
import java.util.List;

/**
 * A product whose buyers would have nothing left to download.
 *
 * @param uses what needs it: it is sold, or offered
 */
public record LeftEmpty(String product, List<Use> uses) {}
