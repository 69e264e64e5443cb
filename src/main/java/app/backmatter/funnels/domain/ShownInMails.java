package app.backmatter.funnels.domain;

import app.backmatter.accounts.Workspaces;
import app.backmatter.books.BookView;
import app.backmatter.books.Books;
import app.backmatter.catalog.Catalog;
import app.backmatter.catalog.ProductId;
import app.backmatter.catalog.ProductView;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.mail.MailShelf;
import app.backmatter.pages.Conventions;
import app.backmatter.pages.PublicAddress;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Books and products for blocks of mails; each leads to the funnel that begins with it and was made last, if one is open. */
@Component
@Transactional(readOnly = true)
class ShownInMails implements MailShelf {
    private final Books books;
    private final Catalog catalog;
    private final FunnelRepository funnels;
    private final RevisionRepository revisions;
    private final Workspaces workspaces;
    private final PublicAddress address;
    private final Conventions conventions;

    ShownInMails(
            Books books,
            Catalog catalog,
            FunnelRepository funnels,
            RevisionRepository revisions,
            Workspaces workspaces,
            PublicAddress address,
            Conventions conventions) {
        this.books = books;
        this.catalog = catalog;
        this.funnels = funnels;
        this.revisions = revisions;
        this.workspaces = workspaces;
        this.address = address;
        this.conventions = conventions;
    }

    /** A funnel that new readers can enter. */
    private record Door(String link, FunnelContent content) {}

    @Override
    public List<Shown> books() {
        return shown(books.all(), this::book);
    }

    @Override
    public List<Shown> products() {
        return shown(catalog.all(), this::product);
    }

    private <T> List<Shown> shown(List<T> all, BiFunction<T, List<Door>, Shown> view) {
        var doors = doors();
        return all.stream().map(one -> view.apply(one, doors)).toList();
    }

    private List<Door> doors() {
        var slug = workspaces.get(WorkspaceScope.current()).slug();
        return funnels.findAllByOrderByCreatedAtDesc().stream()
                .filter(Funnel::isOpen)
                .flatMap(funnel -> Optional.ofNullable(funnel.revision()).flatMap(revisions::findById).stream()
                        .map(revision -> new Door(
                                address.of(EntryPath.of(slug, funnel.slug())),
                                revision.content().funnel())))
                .toList();
    }

    private Shown book(BookView book, List<Door> doors) {
        return new Shown(
                book.id().value(),
                book.title(),
                book.subtitle(),
                "",
                book.cover(),
                link(doors, funnel -> book.id().equals(funnel.book())));
    }

    private Shown product(ProductView product, List<Door> doors) {
        return new Shown(
                product.id().value(),
                product.name(),
                product.description(),
                product.isFree() ? "" : product.price().format(conventions.locale()),
                product.picture(),
                link(doors, funnel -> product.id().equals(first(funnel))));
    }

    private static String link(List<Door> doors, Predicate<FunnelContent> leadsToIt) {
        return doors.stream()
                .filter(door -> leadsToIt.test(door.content()))
                .map(Door::link)
                .findFirst()
                .orElse("");
    }

    private static @Nullable ProductId first(FunnelContent funnel) {
        return switch (funnel.entry()) {
            case OptIn gift -> gift.gift();
            case Offer offer -> offer.product();
        };
    }
}
