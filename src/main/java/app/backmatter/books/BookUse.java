package app.backmatter.books;

/** Something that needs a book to stay. Other modules provide such beans; while any says yes the book can't be deleted. */
public interface BookUse {
    boolean isUsed(BookId book);
}
