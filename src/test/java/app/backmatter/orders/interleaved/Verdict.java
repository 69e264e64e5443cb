package app.backmatter.orders.interleaved;

import static org.assertj.core.api.Assertions.assertThat;

import app.backmatter.audience.ContactId;
import app.backmatter.orders.PaymentReceived;
import app.backmatter.orders.PaymentRefunded;
import app.backmatter.support.stripe.StripeModel;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/** Whether our books and Stripe's say the same when a story is over, and every reader has what was paid. */
final class Verdict {
    private final Books books;
    private final Till till;

    Verdict(Books books, Till till) {
        this.books = books;
        this.till = till;
    }

    void over(Shop shop, ContactId reader, StripeModel stripe) {
        assertThat(books.open(reader)).as("still open").isEmpty();
        for (var order : books.orders(reader)) {
            assertThat(List.of(order.lines(), order.charged()))
                    .as("lines and payments of %s", order)
                    .containsOnly(order.total());
            assertThat(order.back()).as("refunds of %s", order).isEqualTo(order.refunded());
            assertThat(order.refunded()).isBetween(0L, order.total());
            assertThat(order.receipts()).as("receipts of %s", order).isEqualTo(order.total() > 0 ? 1 : 0);
        }
        assertThat(books.charges(reader))
                .as("charges, in our books as in Stripe's")
                .isEqualTo(byId(stripe.charges(), "amount_received"));
        assertThat(stripe.charges())
                .as("charges for one try")
                .extracting(charge ->
                        charge.path("metadata").path("backmatter_payment").asString())
                .doesNotHaveDuplicates();
        assertThat(books.refunds(reader))
                .as("refunds, in our books as in Stripe's")
                .isEqualTo(byId(succeeded(stripe.refunds()), "amount"));
        letters(reader);
        delivery(reader);
        news(shop, reader);
    }

    /** In a workspace, after all its stories. */
    void numbers(Shop shop) {
        var numbers = books.numbers(shop.workspace().id());
        assertThat(List.of(numbers.lastOrder(), numbers.receipts(), numbers.lastReceipts()))
                .as("numbers without gaps: %s", numbers)
                .containsOnly(numbers.orders());
        assertThat(numbers.unnoted()).as("refunds without credit notes").isZero();
        assertThat(numbers.notes()).as("credit notes without gaps").isEqualTo(numbers.lastNotes());
    }

    private void letters(ContactId reader) {
        var letters = books.refundLetters(reader);
        assertThat(letters.getOrDefault(true, List.of()))
                .as("letters of refunds")
                .allMatch(count -> count == 1);
        assertThat(letters.getOrDefault(false, List.of()))
                .as("letters of refunds that came to nothing")
                .allMatch(count -> count == 0);
    }

    private void delivery(ContactId reader) {
        for (var product : books.products(reader)) {
            if (product.standing() || !product.taken()) {
                assertThat(product.owned()).as("delivered: %s", product).isTrue();
            } else if (product.allTaken()) {
                assertThat(product.owned()).as("taken back: %s", product).isFalse();
            }
        }
    }

    private void news(Shop shop, ContactId reader) {
        var workspace = shop.workspace().id();
        assertThat(till.published(workspace, PaymentReceived.class).stream()
                        .filter(event -> event.contact().equals(reader))
                        .map(event -> event.amount().minorUnits()))
                .as("told of payments")
                .containsExactlyInAnyOrderElementsOf(books.charges(reader).values());
        assertThat(till.published(workspace, PaymentRefunded.class).stream()
                        .filter(event -> event.contact().equals(reader))
                        .map(event -> event.amount().minorUnits()))
                .as("told of refunds")
                .containsExactlyInAnyOrderElementsOf(books.refunds(reader).values());
    }

    private static List<ObjectNode> succeeded(List<ObjectNode> refunds) {
        return refunds.stream()
                .filter(refund -> refund.path("status").asString().equals("succeeded"))
                .toList();
    }

    private static Map<String, Long> byId(List<ObjectNode> objects, String amount) {
        return objects.stream()
                .collect(Collectors.toMap(
                        object -> object.path("id").asString(),
                        object -> object.path(amount).asLong()));
    }
}
