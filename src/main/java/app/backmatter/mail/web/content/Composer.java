package app.backmatter.mail.web.content;

import app.backmatter.mail.MailShelf;
import app.backmatter.mail.MergeFields;
import app.backmatter.mail.content.Block;
import app.backmatter.mail.content.CheckMail;
import app.backmatter.mail.content.MailContent;
import app.backmatter.mail.content.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What an editor of blocks shows around its form, which the model has as {@code form}. */
@Component
public class Composer {
    private static final List<String> KINDS = List.of("text", "picture", "button", "book", "product", "divider");

    private final CheckMail check;
    private final ObjectProvider<MailShelf> shelf;

    Composer(CheckMail check, ObjectProvider<MailShelf> shelf) {
        this.check = check;
        this.shelf = shelf;
    }

    /** @param blocks as they are shown, which may be more than was saved */
    public List<Problem> show(String subject, String preheader, List<Block> blocks, MergeFields fields, Model model) {
        return show(subject, preheader, blocks, fields, List.of(), model);
    }

    /** @param more of what keeps it from leaving */
    public List<Problem> show(
            String subject, String preheader, List<Block> blocks, MergeFields fields, List<Problem> more, Model model) {
        var problems = new ArrayList<>(check.problems(subject, preheader, new MailContent(blocks), fields));
        problems.addAll(more);
        model.addAttribute("full", blocks.size() >= Blocks.MOST);
        model.addAttribute("kinds", KINDS);
        model.addAttribute("problems", problems);
        model.addAttribute("problemsAt", problems.stream().collect(Collectors.groupingBy(Problem::field)));
        model.addAttribute("books", choices(MailShelf::books));
        model.addAttribute("products", choices(MailShelf::products));
        return problems;
    }

    private List<MailShelf.Shown> choices(Function<MailShelf, List<MailShelf.Shown>> kind) {
        return shelf.stream().findFirst().map(kind).orElse(List.of());
    }
}
