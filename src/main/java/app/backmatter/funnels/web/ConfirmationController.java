package app.backmatter.funnels.web;

import app.backmatter.funnels.domain.OptIn;
import app.backmatter.funnels.passage.ConfirmOptIn;
import app.backmatter.funnels.passage.Reader;
import app.backmatter.funnels.passage.Readers;
import app.backmatter.pages.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Behind the link in the first letter: a page with one button, because programs that scan mail follow links, too. */
@Controller
@RequestMapping("/confirm/{token}")
class ConfirmationController {
    private final Readers readers;
    private final ConfirmOptIn confirmOptIn;

    ConfirmationController(Readers readers, ConfirmOptIn confirmOptIn) {
        this.readers = readers;
        this.confirmOptIn = confirmOptIn;
    }

    @GetMapping
    ModelAndView ask(@PathVariable String token) {
        return readers.with(token, reader -> {
            var step = signUp(reader);
            return reader.passage().confirmedAt() != null
                    ? PublicPages.seeOther(reader.path())
                    : PublicPages.page("confirmation", reader)
                            .addObject("path", "/confirm/" + token)
                            .addObject("page", StepPage.of(reader.content(), step))
                            .addObject("book", reader.content().book())
                            .addObject("email", String.valueOf(reader.passage().email()))
                            .addObject("consent", step.consent());
        });
    }

    @PostMapping
    ModelAndView confirm(@PathVariable String token) {
        return readers.with(token, reader -> {
            signUp(reader);
            confirmOptIn.confirm(reader.passage(), reader.revision());
            return PublicPages.seeOther(reader.path());
        });
    }

    /** Who typed the address knows another token, which confirms nothing. */
    private static OptIn signUp(Reader reader) {
        if (reader.proven() && reader.funnel().entry() instanceof OptIn optIn) {
            return optIn;
        }
        throw new NotFound();
    }
}
