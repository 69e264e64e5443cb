package app.backmatter.orders.domain;

import app.backmatter.accounts.Workspaces;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.mail.Letter;
import app.backmatter.mail.LetterTemplate;
import app.backmatter.orders.OrderId;
import app.backmatter.orders.OrderView;
import app.backmatter.orders.PresentView;
import app.backmatter.orders.Sum;
import app.backmatter.orders.SumUp;
import app.backmatter.orders.Totals;
import app.backmatter.orders.present.Presents;
import app.backmatter.pages.Markdown;
import app.backmatter.shared.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What was bought, what it cost and where it lies ready. Written when it leaves, so that it has all offers accepted meanwhile. */
@Component
class ReceiptLetter implements LetterTemplate {
    private static final String NAME = "receipt";
    private static final Duration WAITS_FOR_OFFERS = Duration.ofMinutes(15);

    private final OrderViews orders;
    private final Library library;
    private final SumUp sumUp;
    private final Presents presents;
    private final Workspaces workspaces;
    private final MessageSource messages;

    ReceiptLetter(
            OrderViews orders,
            Library library,
            SumUp sumUp,
            Presents presents,
            Workspaces workspaces,
            MessageSource messages) {
        this.orders = orders;
        this.library = library;
        this.sumUp = sumUp;
        this.presents = presents;
        this.workspaces = workspaces;
        this.messages = messages;
    }

    static Letter of(WorkspaceId workspace, Order order, Instant paidAt) {
        return new Letter(
                workspace,
                order.buyer().contact(),
                order.buyer().email(),
                NAME,
                Map.of("order", order.id().toString()),
                "receipt:" + order.id(),
                false,
                paidAt.plus(WAITS_FOR_OFFERS));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean isAnswer() {
        return true;
    }

    @Override
    public Written write(Map<String, String> fields) {
        var order = orders.find(OrderId.of(fields.getOrDefault("order", ""))).orElseThrow();
        var locale = workspaces.get(WorkspaceScope.current()).locale();
        var sums = sumUp.of(Totals.of(order.lines()), order.coupon(), locale);
        return new Written(
                messages.getMessage("orders.receipt.subject", new Object[] {String.valueOf(order.number())}, locale),
                messages.getMessage(
                        order.name().isBlank() ? "orders.receipt.body.nameless" : "orders.receipt.body",
                        new Object[] {
                            Markdown.literal(order.name()),
                            lines(order, sums, locale),
                            order.total().format(locale),
                            order.card(),
                            within(sums),
                            order.receipt(),
                            library.receiptUrl(order),
                            whereItIs(order, locale)
                        },
                        locale),
                messages.getMessage("orders.receipt.button", null, locale),
                library.url(order.contact()));
    }

    private String whereItIs(OrderView order, Locale locale) {
        return presents.of(order.id())
                .map(bought -> whereItIs(order, bought, locale))
                .orElseGet(() -> messages.getMessage("orders.receipt.library", null, locale));
    }

    private String whereItIs(OrderView order, PresentView bought, Locale locale) {
        return messages.getMessage(
                order.lines().stream().allMatch(bought::contains)
                        ? "orders.receipt.present"
                        : "orders.receipt.present.and-library",
                new Object[] {Markdown.literal(bought.present().name())},
                locale);
    }

    private static String lines(OrderView order, List<Sum> sums, Locale locale) {
        var things = order.lines().stream()
                .map(line -> line(line.name(), line.price().format(locale)));
        var rest =
                sums.stream().filter(sum -> sum.kind() == Sum.Kind.BEFORE).map(sum -> line(sum.label(), sum.amount()));
        return Stream.concat(things, rest).collect(Collectors.joining("\n"));
    }

    private static String line(String label, String amount) {
        return "- " + Markdown.literal(label) + ": " + amount;
    }

    private static String within(List<Sum> sums) {
        return sums.stream()
                .filter(sum -> sum.kind() == Sum.Kind.WITHIN)
                .map(sum -> " (" + Markdown.literal(sum.label()) + ": " + sum.amount() + ")")
                .collect(Collectors.joining());
    }
}
