package app.backmatter.catalog.domain;

import app.backmatter.books.EditionView;
import app.backmatter.pages.Words;
import org.springframework.stereotype.Component;

/** What editions are called where their book is not beside them: <em>E-book of The Quiet Harbour</em>. */
@Component
public class EditionNames {
    private final Words words;

    EditionNames(Words words) {
        this.words = words;
    }

    public String of(EditionView edition) {
        return words.say("catalog.edition", words.say("books.format." + edition.format()), edition.bookTitle());
    }
}
