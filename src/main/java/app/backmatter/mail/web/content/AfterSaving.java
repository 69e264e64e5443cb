package app.backmatter.mail.web.content;

import app.backmatter.mail.content.Block;
import app.backmatter.pages.Words;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a button of the editor leads once what was typed is saved, whoever the mail is for. */
@Component
public class AfterSaving {
    private final Words words;

    AfterSaving(Words words) {
        this.words = words;
    }

    /**
     * @param here leads to the editor
     * @param blocks as they were typed
     */
    public String next(String here, EditorAct asked, List<Block> blocks, RedirectAttributes redirect) {
        if (asked.asksForPicture()) {
            return here + "/pictures/new?at=" + asked.at();
        }
        switch (asked.verb()) {
            case "look" -> {
                return here + "/preview";
            }
            case "remove" -> keepRemoved(asked.at(), blocks, redirect);
            case "save" -> redirect.addFlashAttribute("flash", words.say("layout.saved"));
            default -> {}
        }
        return asked.goal().map(place -> here + "#block-" + place).orElse(here);
    }

    private static void keepRemoved(int at, List<Block> blocks, RedirectAttributes redirect) {
        if (at >= 0 && at < blocks.size()) {
            redirect.addFlashAttribute("removed", BlockForm.of(blocks.get(at)));
            redirect.addFlashAttribute("removedAt", at);
        }
    }
}
