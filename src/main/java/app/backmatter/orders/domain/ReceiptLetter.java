package app.backmatter.orders.domain;

import app.backmatter.accounts.Workspaces;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.mail.Letter;
import app.backmatter.mail.LetterTemplate;
import app.backmatter.orders.OrderId;
import app.backmatter.pages.Markdown;
import app.backmatter.shared.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What was bought, what it cost and where it lies ready. Written when it leaves, so that it has all offers accepted meanwhile. */
@Component
class ReceiptLetter implements LetterTemplate {
    private static final String NAME = "receipt";
    private static final Duration WAITS_FOR_OFFERS = Duration.ofMinutes(15);

    private final OrderViews orders;
    private final Library library;
    private final Workspaces workspaces;
    private final MessageSource messages;

    ReceiptLetter(OrderViews orders, Library library, Workspaces workspaces, MessageSource messages) {
        this.orders = orders;
        this.library = library;
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
    public Written write(Map<String, String> fields) {
        var order = orders.find(OrderId.of(fields.getOrDefault("order", ""))).orElseThrow();
        var locale = workspaces.get(WorkspaceScope.current()).locale();
        var lines = order.lines().stream()
                .map(line -> "- " + Markdown.literal(line.name()) + ": "
                        + line.price().format(locale))
                .collect(Collectors.joining("\n"));
        return new Written(
                messages.getMessage("orders.receipt.subject", new Object[] {String.valueOf(order.number())}, locale),
                messages.getMessage(
                        order.name().isBlank() ? "orders.receipt.body.nameless" : "orders.receipt.body",
                        new Object[] {
                            Markdown.literal(order.name()), lines, order.total().format(locale), order.card()
                        },
                        locale),
                messages.getMessage("orders.receipt.button", null, locale),
                library.url(order.contact()));
    }
}
