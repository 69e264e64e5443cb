package app.backmatter.funnels.domain;

import app.backmatter.storage.FileId;
import org.jspecify.annotations.Nullable;

/**
 * The words and the picture of a step's page.
 *
 * @param markdown the text under the headline
 * @param button what the yes says
 * @param noThanks what the no says; empty on an opt-in page, which has none
 */
public record PageText(
        String headline, String markdown, @Nullable FileId picture, String button, String noThanks) {}
