package app.backmatter.books;

public enum EditionFormat {
    EBOOK,
    PAPERBACK,
    HARDCOVER,
    LARGE_PRINT,
    AUDIOBOOK
}
