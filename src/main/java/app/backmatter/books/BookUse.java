package app.backmatter.books;

import app.backmatter.pages.Use;
import java.util.List;

/** What needs books to stay. Other modules provide such beans; while any names something, the book can't be deleted. */
public interface BookUse {
    List<Use> of(BookId book);

    /** What needs one edition with its places to stay; its book stays for that too. */
    default List<Use> of(EditionId edition) {
        return List.of();
    }
}
