package app.backmatter.books;

/** How far a book is, from the first thought on. */
public enum BookStatus {
    IDEA,
    OUTLINE,
    WRITING,
    EDITING,
    READY,
    PUBLISHED
}
