package app.backmatter.funnels.web;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.funnels.passage.Reader;
import app.backmatter.funnels.passage.WentOnElsewhere;
import app.backmatter.orders.Orders;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Shows who comes to a way that another window paid for what is theirs: the gift and, to a mailbox's owner, the library. */
@ControllerAdvice
class OtherWindow {
    private final Gifts gifts;
    private final Orders orders;

    OtherWindow(Gifts gifts, Orders orders) {
        this.gifts = gifts;
        this.orders = orders;
    }

    @ExceptionHandler
    ModelAndView wentOn(WentOnElsewhere elsewhere) {
        var reader = elsewhere.reader();
        return reader.mustConfirm()
                ? PublicPages.seeOther("/confirm/" + reader.passage().proof())
                : WorkspaceScope.call(reader.passage().workspace(), () -> page(reader));
    }

    private ModelAndView page(Reader reader) {
        return PublicPages.page("elsewhere", reader)
                .addObject("gift", reader.mayHaveGift() ? gifts.of(reader).orElse(null) : null)
                .addObject("email", reader.proven() ? null : reader.passage().email())
                .addObject("library", library(reader));
    }

    private @Nullable String library(Reader reader) {
        var contact = reader.passage().contact();
        return reader.proven() && contact != null ? orders.libraryUrl(contact) : null;
    }
}
