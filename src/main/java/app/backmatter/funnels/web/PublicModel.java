package app.backmatter.funnels.web;

import app.backmatter.funnels.domain.PublishedContent;
import java.util.Locale;
import java.util.Map;

/** What the layout of every public page of a funnel needs. */
final class PublicModel {
    private PublicModel() {}

    static Map<String, Object> of(PublishedContent content) {
        return Map.of(
                "author",
                content.author(),
                "look",
                content.funnel().theme().name().toLowerCase(Locale.ROOT));
    }
}
