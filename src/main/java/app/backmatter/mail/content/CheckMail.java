package app.backmatter.mail.content;

import app.backmatter.mail.MailShelf;
import app.backmatter.mail.MergeFields;
import app.backmatter.pages.Markdown;
import app.backmatter.pages.Words;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** Looks for what must be mended before a mail can leave, in the workspace in scope. */
@Service
public class CheckMail {
    /** Gmail cuts off what is beyond 102 KB. */
    static final int MOST_BYTES = 100_000;

    /** What each open place may come to. */
    private static final int BYTES_OF_A_LINK = 80;

    private final LayOutMail layout;
    private final ObjectProvider<MailShelf> shelf;
    private final Words words;

    CheckMail(LayOutMail layout, ObjectProvider<MailShelf> shelf, Words words) {
        this.layout = layout;
        this.shelf = shelf;
        this.words = words;
    }

    /** Nothing when it can leave. */
    public List<Problem> problems(String subject, String preheader, MailContent content) {
        return problems(subject, preheader, content, MergeFields.OF_BROADCASTS);
    }

    /** @param fields that such a mail knows */
    public List<Problem> problems(String subject, String preheader, MailContent content, MergeFields fields) {
        var found = new ArrayList<Problem>();
        if (subject.isBlank()) {
            found.add(Problem.at("subject", "mail.problem.subject"));
        }
        unknown("subject", subject, fields).forEach(found::add);
        unknown("preheader", preheader, fields).forEach(found::add);
        if (content.blocks().isEmpty()) {
            found.add(Problem.at("", "mail.problem.empty"));
        }
        if (isAsItBegan(content)) {
            found.add(Problem.at("blocks[0].markdown", "mail.problem.greeting"));
        }
        for (int place = 0; place < content.blocks().size(); place++) {
            of("blocks[%d].".formatted(place), content.blocks().get(place), fields)
                    .forEach(found::add);
        }
        if (found.isEmpty() && isTooLarge(layout.layOut(subject, preheader, content, fields))) {
            found.add(Problem.at("", "mail.problem.large"));
        }
        return found;
    }

    private boolean isAsItBegan(MailContent content) {
        return content.blocks().size() == 1
                && content.blocks().getFirst() instanceof Block.Text text
                && text.markdown()
                        .strip()
                        .equals(words.say("mail.broadcasts.greeting").strip());
    }

    /** A line beside the subject that may stay empty. */
    public List<Problem> line(String at, String line, MergeFields fields) {
        return unknown(at, line, fields).toList();
    }

    private Stream<Problem> of(String at, Block block, MergeFields fields) {
        return switch (block) {
            case Block.Text text -> text(at + "markdown", text.markdown(), fields);
            case Block.Picture picture ->
                Stream.of(
                                missing(picture.file() == null, at + "alternative", "mail.problem.picture"),
                                missing(
                                        picture.alternative().isBlank(),
                                        at + "alternative",
                                        "mail.problem.alternative"),
                                missing(leadsNowhere(picture.link(), true, fields), at + "link", "mail.problem.link"))
                        .flatMap(problem -> problem);
            case Block.Button button ->
                Stream.of(
                                missing(button.label().isBlank(), at + "label", "mail.problem.label"),
                                unknown(at + "label", button.label(), fields),
                                missing(leadsNowhere(button.link(), false, fields), at + "link", "mail.problem.link"))
                        .flatMap(problem -> problem);
            case Block.Book book -> missing(isGone(book.book(), MailShelf::book), at + "chosen", "mail.problem.book");
            case Block.Product product ->
                missing(isGone(product.product(), MailShelf::product), at + "chosen", "mail.problem.product");
            case Block.Divider() -> Stream.empty();
        };
    }

    private static Stream<Problem> text(String at, String markdown, MergeFields fields) {
        if (markdown.isBlank()) {
            return Stream.of(Problem.at(at, "mail.problem.text"));
        }
        var links = Markdown.links(markdown).stream()
                .filter(link -> leadsNowhere(link, false, fields) && !NumberedLinks.isMail(link))
                .map(link -> Problem.at(at, "mail.problem.link-in-text", link));
        return Stream.concat(unknown(at, markdown, fields), links);
    }

    private static Stream<Problem> missing(boolean wrong, String at, String message) {
        return wrong ? Stream.of(Problem.at(at, message)) : Stream.empty();
    }

    private static Stream<Problem> unknown(String at, String text, MergeFields fields) {
        var field = fields.unknownIn(text);
        return field.isEmpty()
                ? Stream.empty()
                : Stream.of(Problem.at(at, "mail.problem.field", field, fields.names()));
    }

    private static boolean leadsNowhere(String link, boolean optional, MergeFields fields) {
        return !(optional && link.isEmpty()) && !NumberedLinks.isWeb(link) && !fields.isLink(link);
    }

    private boolean isGone(@Nullable UUID chosen, BiFunction<MailShelf, UUID, Optional<MailShelf.Shown>> find) {
        return chosen == null
                || shelf.stream().allMatch(all -> find.apply(all, chosen).isEmpty());
    }

    private static boolean isTooLarge(LaidOut mail) {
        var places = mail.html().chars().filter(letter -> letter == '\uE000').count();
        return mail.html().getBytes(StandardCharsets.UTF_8).length + places * BYTES_OF_A_LINK > MOST_BYTES;
    }
}
