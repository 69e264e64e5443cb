package app.backmatter.books;

import app.backmatter.links.LinkView;
import org.jspecify.annotations.Nullable;

/**
 * A place that carries a link.
 *
 * @param chapter the chapter that it stands behind, for {@link PlaceKind#CHAPTER_END}
 * @param retired whether the author prints it no more; its link still works
 */
public record PlaceView(
        PlaceId id,
        EditionId edition,
        BookId book,
        String bookTitle,
        EditionFormat format,
        PlaceKind kind,
        @Nullable Integer chapter,
        LinkView link,
        boolean retired) {}
