package app.backmatter.funnels.domain;

import app.backmatter.accounts.Workspaces;
import app.backmatter.books.BookView;
import app.backmatter.books.Books;
import app.backmatter.catalog.Catalog;
import app.backmatter.catalog.ProductId;
import app.backmatter.catalog.ProductView;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.funnels.FunnelId;
import app.backmatter.funnels.FunnelPart;
import app.backmatter.funnels.FunnelTemplate;
import app.backmatter.funnels.NewFunnel;
import app.backmatter.mail.NewSequence;
import app.backmatter.mail.SequenceId;
import app.backmatter.mail.SequencePurpose;
import app.backmatter.mail.Sequences;
import app.backmatter.shared.Slug;
import app.backmatter.storage.Files;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes a funnel from a template, with its texts and the letters that follow it. */
@Component
public class CreateFunnel {
    private final FunnelRepository funnels;
    private final Catalog catalog;
    private final Books books;
    private final Sequences sequences;
    private final Workspaces workspaces;
    private final DraftWords words;
    private final Files files;
    private final Clock clock;

    CreateFunnel(
            FunnelRepository funnels,
            Catalog catalog,
            Books books,
            Sequences sequences,
            Workspaces workspaces,
            DraftWords words,
            Files files,
            Clock clock) {
        this.funnels = funnels;
        this.catalog = catalog;
        this.books = books;
        this.sequences = sequences;
        this.workspaces = workspaces;
        this.words = words;
        this.files = files;
        this.clock = clock;
    }

    @Transactional
    public FunnelId create(NewFunnel wanted) {
        var products = catalog.findAll(wanted.offers().values().stream()
                .flatMap(offered -> Stream.ofNullable(offered.product()))
                .toList());
        var names = names(wanted, products);
        var buyers = sequence(wanted, SequencePurpose.BUYERS, wanted.buyersMails(), names);
        // who leaves a tripwire page has given no address to write to
        var nonBuyers = wanted.template() == FunnelTemplate.TRIPWIRE_FIRST
                ? null
                : sequence(wanted, SequencePurpose.NON_BUYERS, wanted.nonBuyersMails(), names);
        var draft = new FunnelBuilder(wanted, products, names, words).build(buyers, nonBuyers);
        draft.steps().forEach(step -> files.claim(step.page().picture()));
        var funnel = new Funnel(FunnelId.next(), wanted.name(), freeSlug(wanted.name()), draft, clock.instant());
        return funnels.save(funnel).id();
    }

    private SequenceId sequence(
            NewFunnel wanted,
            SequencePurpose purpose,
            @Nullable List<NewSequence.Mail> own,
            Map<String, String> names) {
        var mails = own == null ? words.mails(purpose, names) : own;
        return sequences.create(new NewSequence(words.sequenceName(purpose, wanted.name()), purpose, mails));
    }

    private Map<String, String> names(NewFunnel wanted, Map<ProductId, ProductView> products) {
        var names = new HashMap<String, String>();
        names.put("author", workspaces.get(WorkspaceScope.current()).name());
        name(wanted, FunnelPart.TRIPWIRE, products, names, "product");
        name(wanted, FunnelPart.OPT_IN, products, names, "gift");
        var book = wanted.book();
        if (book != null) {
            books.find(book).map(BookView::title).ifPresent(title -> names.put("book", title));
        }
        return names;
    }

    private static void name(
            NewFunnel wanted,
            FunnelPart part,
            Map<ProductId, ProductView> products,
            Map<String, String> names,
            String field) {
        var offered = wanted.offers().get(part);
        var id = offered == null ? null : offered.product();
        var product = id == null ? null : products.get(id);
        if (product != null) {
            names.put(field, product.name());
        }
    }

    private Slug freeSlug(String name) {
        var wish = Slug.from(name, "funnel");
        var slug = wish;
        for (int number = 2; funnels.existsBySlug(slug.value()); number++) {
            slug = new Slug(wish.value()
                            .substring(0, Math.min(wish.value().length(), 54))
                            .replaceAll("-$", "") + "-" + number);
        }
        return slug;
    }
}
