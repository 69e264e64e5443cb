package app.backmatter.orders.domain;

import app.backmatter.accounts.Workspaces;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.mail.Letter;
import app.backmatter.mail.LetterTemplate;
import app.backmatter.orders.OrderId;
import app.backmatter.orders.OrderView;
import app.backmatter.orders.domain.PaidPayment.PaidLine;
import app.backmatter.pages.Markdown;
import app.backmatter.shared.Money;
import app.backmatter.shared.WorkspaceId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Tells a buyer what went back to the card, for what, under which number, and whether the files stay. */
@Component
class RefundLetter implements LetterTemplate {
    private static final String NAME = "refund";

    private final OrderViews orders;
    private final RefundRows rows;
    private final MoneyBackViews moneyBacks;
    private final WhereThingsAre files;
    private final Library library;
    private final Workspaces workspaces;
    private final MessageSource messages;

    RefundLetter(
            OrderViews orders,
            RefundRows rows,
            MoneyBackViews moneyBacks,
            WhereThingsAre files,
            Library library,
            Workspaces workspaces,
            MessageSource messages) {
        this.orders = orders;
        this.rows = rows;
        this.moneyBacks = moneyBacks;
        this.files = files;
        this.library = library;
        this.workspaces = workspaces;
        this.messages = messages;
    }

    /** One for what the author meant to do once, also when it went back in several payments. */
    static Letter of(WorkspaceId workspace, Order order, UUID attempt, Instant at) {
        return new Letter(
                workspace,
                order.buyer().contact(),
                order.buyer().email(),
                NAME,
                Map.of("order", order.id().toString(), "attempt", attempt.toString()),
                NAME + ":" + attempt,
                false,
                at);
    }

    @Override
    public String name() {
        return NAME;
    }

    /** A line that money went back for. */
    private record Back(PaidLine line, Money amount) {}

    @Override
    public Written write(Map<String, String> fields) {
        var order = orders.find(OrderId.of(fields.getOrDefault("order", ""))).orElseThrow();
        var locale = workspaces.get(WorkspaceScope.current()).locale();
        var refundable = rows.load(order.id());
        var done = refundable.refunds().stream()
                .filter(refund -> refund.isOf(UUID.fromString(fields.getOrDefault("attempt", ""))) && refund.isDone())
                .toList();
        var backs = done.stream()
                .flatMap(refund -> backs(refund, refundable.payment(refund.payment())))
                .toList();
        var total = backs.stream().map(Back::amount).reduce(Money::plus).orElseThrow();
        return new Written(
                messages.getMessage(
                        "orders.refund.letter.subject", new Object[] {String.valueOf(order.number())}, locale),
                messages.getMessage(
                        order.name().isBlank() ? "orders.refund.letter.body.nameless" : "orders.refund.letter.body",
                        new Object[] {
                            Markdown.literal(order.name()),
                            total.format(locale),
                            order.card(),
                            listed(backs, locale),
                            files.say(
                                    order,
                                    backs.stream()
                                            .map(back -> back.line().item())
                                            .toList(),
                                    locale),
                            notes(order, done, locale)
                        },
                        locale),
                messages.getMessage("orders.refund.letter.button", null, locale),
                library.url(order.contact()));
    }

    /** Links to the credit notes, one for each payment that money went back of. */
    private String notes(OrderView order, List<Refund> done, Locale locale) {
        var ids = done.stream().map(Refund::id).toList();
        return moneyBacks.of(order.id()).stream()
                .filter(back -> ids.contains(back.refund()))
                .map(back -> messages.getMessage(
                        "orders.refund.letter.credit-note",
                        new Object[] {back.number(), library.creditNoteUrl(order, back.refund())},
                        locale))
                .collect(Collectors.joining("\n\n"));
    }

    private static Stream<Back> backs(Refund refund, PaidPayment paid) {
        return refund.parts().stream().map(part -> new Back(paid.line(part.line()), part.amount()));
    }

    private static String listed(List<Back> backs, Locale locale) {
        return backs.stream()
                .map(back -> "- " + Markdown.literal(back.line().item().name()) + ": "
                        + back.amount().format(locale))
                .collect(Collectors.joining("\n"));
    }
}
