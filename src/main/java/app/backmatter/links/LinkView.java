package app.backmatter.links;

import app.backmatter.shared.Source;
import org.jspecify.annotations.Nullable;

/**
 * A short link.
 *
 * @param url whole address, as printed: {@code https://…/go/code}
 * @param target where it leads now, from the first slash; absent until it was pointed anywhere
 * @param clicks by people, bots left out
 */
public record LinkView(
        LinkId id,
        String code,
        String url,
        Source source,
        @Nullable String target,
        long clicks) {}
