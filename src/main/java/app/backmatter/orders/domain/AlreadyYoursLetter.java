package app.backmatter.orders.domain;

import app.backmatter.accounts.Workspaces;
import app.backmatter.audience.ContactId;
import app.backmatter.catalog.ProductId;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.mail.Letter;
import app.backmatter.mail.LetterTemplate;
import app.backmatter.orders.LineItem;
import app.backmatter.orders.OrderId;
import app.backmatter.pages.Markdown;
import app.backmatter.shared.WorkspaceId;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Tells buyers, in their own mailbox alone, that they have already what they were about to pay for. */
@Component
class AlreadyYoursLetter implements LetterTemplate {
    private static final String NAME = "already-yours";

    private final OrderRows rows;
    private final Entitlements entitlements;
    private final Library library;
    private final Workspaces workspaces;
    private final MessageSource messages;

    AlreadyYoursLetter(
            OrderRows rows, Entitlements entitlements, Library library, Workspaces workspaces, MessageSource messages) {
        this.rows = rows;
        this.entitlements = entitlements;
        this.library = library;
        this.workspaces = workspaces;
        this.messages = messages;
    }

    /** One for each order, however often it is tried. */
    static Letter of(WorkspaceId workspace, Order order, Payment payment, Instant at) {
        return new Letter(
                workspace,
                order.buyer().contact(),
                order.buyer().email(),
                NAME,
                Map.of(
                        "order", order.id().toString(),
                        "payment", payment.id().toString(),
                        "contact", order.buyer().contact().toString()),
                NAME + ":" + order.id() + ":" + order.buyer().contact(),
                false,
                at);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Written write(Map<String, String> fields) {
        var contact = ContactId.of(fields.getOrDefault("contact", ""));
        var payment = rows.find(OrderId.of(fields.getOrDefault("order", "")))
                .orElseThrow()
                .payment(UUID.fromString(fields.getOrDefault("payment", "")));
        var names = names(payment, entitlements.ownedBy(contact));
        var workspace = workspaces.get(WorkspaceScope.current());
        var details = new Object[] {Markdown.literal(names), Markdown.literal(workspace.name())};
        return new Written(
                messages.getMessage("orders.already.letter.subject", new Object[] {names}, workspace.locale()),
                messages.getMessage("orders.already.letter.body", details, workspace.locale()),
                messages.getMessage("orders.already.letter.button", null, workspace.locale()),
                library.url(contact));
    }

    private static String names(Payment payment, Set<ProductId> owned) {
        return payment.lines().stream()
                .filter(line -> owned.contains(line.product()))
                .map(LineItem::name)
                .collect(Collectors.joining(", "));
    }
}
