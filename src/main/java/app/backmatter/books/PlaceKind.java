package app.backmatter.books;

/** Where in an edition a link stands. */
public enum PlaceKind {
    FRONT_MATTER,
    CHAPTER_END,
    BACK_MATTER,
    BACK_COVER,
    INSIDE_AUDIO;

    /** Where most authors put the first link of an edition. */
    public static PlaceKind usual(EditionFormat format) {
        return format == EditionFormat.AUDIOBOOK ? INSIDE_AUDIO : BACK_MATTER;
    }

    /** A listener hears no pages, and a file has no back cover to hold a phone over. */
    public boolean fits(EditionFormat format) {
        return switch (format) {
            case AUDIOBOOK -> this == INSIDE_AUDIO || this == CHAPTER_END;
            case EBOOK -> this != INSIDE_AUDIO && this != BACK_COVER;
            case PAPERBACK, HARDCOVER, LARGE_PRINT -> this != INSIDE_AUDIO;
        };
    }
}
