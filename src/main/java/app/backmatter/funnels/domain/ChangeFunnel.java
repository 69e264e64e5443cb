package app.backmatter.funnels.domain;

import app.backmatter.books.BookId;
import app.backmatter.books.Books;
import app.backmatter.funnels.FunnelId;
import app.backmatter.pages.NotFound;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes what belongs to a funnel as a whole: its name, its book and its look. */
@Component
public class ChangeFunnel {
    private final FunnelRepository funnels;
    private final Books books;
    private final ReadyWords words;

    ChangeFunnel(FunnelRepository funnels, Books books, ReadyWords words) {
        this.funnels = funnels;
        this.books = books;
        this.words = words;
    }

    /**
     * @param seen the {@link #seen state} when the form was opened
     * @param book whose cover and name the pages carry; one of another workspace is as good as none
     * @throws EditedMeanwhile when somebody saved the same since
     */
    @Transactional
    public void change(FunnelId id, String seen, String name, @Nullable BookId book, Theme theme) {
        var funnel = funnels.findById(id).orElseThrow(NotFound::new);
        if (!seen.equals(seen(funnel.name(), funnel.draft()))) {
            throw new EditedMeanwhile();
        }
        var known = book == null || books.find(book).isEmpty() ? null : book;
        funnel.rename(name);
        words.change(funnel, draft -> draft.with(theme).about(known));
        funnels.save(funnel);
    }

    /** What this form shows of a funnel, to tell later whether it is still the same. */
    public static String seen(String name, FunnelContent draft) {
        return Fingerprint.of(Arrays.asList(name, draft.book(), draft.theme()));
    }
}
