package app.backmatter.books;

/** An edition as others see it. */
public record EditionView(EditionId id, BookId book, String bookTitle, EditionFormat format) {}
