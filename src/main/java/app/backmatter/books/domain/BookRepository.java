package app.backmatter.books.domain;

import app.backmatter.books.BookId;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface BookRepository extends JpaRepository<Book, BookId> {
    List<Book> findAllByOrderByTitle();
}
