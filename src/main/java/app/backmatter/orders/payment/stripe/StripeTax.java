package app.backmatter.orders.payment.stripe;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.orders.BuyerAddress;
import app.backmatter.orders.LineItem;
import app.backmatter.orders.Tax;
import app.backmatter.orders.TaxUnknown;
import app.backmatter.orders.TaxUnknown.Reason;
import app.backmatter.orders.tax.TaxCalculator;
import app.backmatter.orders.tax.TaxService;
import app.backmatter.shared.WorkspaceId;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Taxes as Stripe knows them, for workspaces with keys of their own. What a page shows and what is charged a moment later
 * is asked once: each answer is remembered for some minutes, since a line's tax depends on its amount and its place alone.
 */
@Component
class StripeTax implements TaxService {
    private final StripeAccounts accounts;
    private final StripeLine line;
    private final Cache<TaxQuestion, Tax> known = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofMinutes(10))
            .maximumSize(20_000)
            .build();
    /** So that a crowd does not wait for a Stripe that is silent, one after the other. */
    private final Cache<WorkspaceId, Boolean> silent = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofSeconds(5))
            .maximumSize(1_000)
            .build();

    StripeTax(StripeAccounts accounts, StripeLine line) {
        this.accounts = accounts;
        this.line = line;
    }

    @Override
    public boolean isThere() {
        return accounts.hasOwn();
    }

    @Override
    public Optional<String> trouble() {
        return line.taxes(accounts.current()).trouble();
    }

    @Override
    public TaxCalculator calculator(boolean included) {
        return (lines, buyer) -> buyer.isPlaceOfTax() ? on(lines, buyer, included) : lines;
    }

    private List<LineItem> on(List<LineItem> lines, BuyerAddress buyer, boolean included) {
        var account = accounts.current();
        var questions = lines.stream()
                .map(each -> TaxQuestion.of(account, each, buyer, included))
                .toList();
        var taxes = new HashMap<>(known.getAllPresent(questions));
        var open = questions.stream()
                .filter(question -> !question.isOfNothing() && !taxes.containsKey(question))
                .distinct()
                .toList();
        if (!open.isEmpty()) {
            taxes.putAll(ask(account, open));
        }
        return IntStream.range(0, lines.size())
                .mapToObj(number -> taxed(lines.get(number), taxes.get(questions.get(number))))
                .toList();
    }

    private static LineItem taxed(LineItem line, @Nullable Tax tax) {
        return tax == null ? line : line.with(tax);
    }

    private Map<TaxQuestion, Tax> ask(StripeAccount account, List<TaxQuestion> open) {
        if (silent.getIfPresent(WorkspaceScope.current()) != null) {
            throw new TaxUnknown(Reason.NOT_NOW);
        }
        try {
            var told = line.taxes(account).of(open);
            known.putAll(told);
            return told;
        } catch (TaxUnknown e) {
            if (e.reason() == Reason.NOT_NOW) {
                silent.put(WorkspaceScope.current(), true);
            }
            throw e;
        }
    }
}
