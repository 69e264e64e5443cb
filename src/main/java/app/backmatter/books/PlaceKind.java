package app.backmatter.books;

public enum PlaceKind {
    FRONT_MATTER,
    CHAPTER_END,
    BACK_MATTER,
    BACK_COVER,
    INSIDE_AUDIO
}
