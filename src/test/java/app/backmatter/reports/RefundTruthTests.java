package app.backmatter.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import app.backmatter.orders.Checkout;
import app.backmatter.shared.Money;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.CurrencyFixtures;
import app.backmatter.support.FunnelFixtures;
import app.backmatter.support.MovableClock;
import app.backmatter.support.OrderFixtures;
import app.backmatter.support.RefundFixtures;
import app.backmatter.support.TestPerson;
import app.backmatter.support.TestWorkspace;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Every figure of money on every page and in every file is what orders and refunds alone come to, whatever was bought
 * and given back in whatever way.
 */
@BackmatterTest
class RefundTruthTests {
    private static final Pattern CELL = Pattern.compile("\\G(?:\"((?:[^\"]|\"\")*)\"|([^,]*))(?:,|$)");

    @Autowired
    AccountFixtures accounts;

    @Autowired
    FunnelFixtures funnels;

    @Autowired
    OrderFixtures orders;

    @Autowired
    RefundFixtures refunds;

    @Autowired
    CurrencyFixtures currencies;

    @Autowired
    Checkout checkout;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    MovableClock clock;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    private TestWorkspace workspace;
    private FunnelFixtures.Published funnel;
    private Books books;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyFigureIsWhatOrdersAndRefundsComeTo(long seed) {
        workspace = accounts.workspace();
        funnel = funnels.publishedFreeGift(workspace);
        var market = new Market(seed, workspace, funnel, checkout, orders, refunds, currencies, events, transaction);
        market.trade();
        clock.advance(Duration.ofMinutes(3));
        await("the banks").atMost(Duration.ofSeconds(60)).until(() -> Books.openRefunds(jdbc, workspace) == 0);

        books = Books.of(jdbc, workspace);
        assertThat(books.lines()).anyMatch(line -> line.refunded() > 0).anyMatch(line -> line.refunded() == 0);
        assertThat(books.lines().stream().map(Books.Line::currency).distinct()).hasSize(3);
        assertThat(books.lines().stream().map(Books.Line::rate).distinct()).hasSize(5);
        assertRefundsKeepTheRate();
        await("the reports").atMost(Duration.ofSeconds(60)).untilAsserted(this::assertTotals);
        assertSteps("", line -> true);
        for (var source : books.sources()) {
            assertSteps("&source=" + source, line -> line.source().equals(source));
        }
        assertSources();
        assertCurrencies();
        assertConsole();
        assertToday();
        assertContacts();
        assertOrders();
        assertProcessor();
    }

    /** The list of reports, and the funnel's own totals. */
    private void assertTotals() {
        var list = Jsoup.parse(page(workspace.owner(), workspace.path("/reports?days=all")))
                .select("tbody td.money")
                .text();
        var report = Jsoup.parse(page(workspace.owner(), report("?days=all")));
        var shown = dollars(books.net());
        var back = books.back() == 0 ? "" : " after " + dollars(books.back()) + " refunded";
        assertThat(list).isEqualTo(shown + back);
        assertThat(report.select("dd.money").text()).isEqualTo(shown);
        assertThat(report.select("dd.figure-change").eachText())
                .contains("average order " + dollars(share(books.net(), books.orders(line -> true))));
    }

    private void assertSteps(String query, Predicate<Books.Line> such) {
        var rows = csv(workspace.owner(), report("/steps.csv?days=all" + query));
        for (var row : rows.subList(1, rows.size())) {
            if (row.getFirst().equals("Opt-in")) {
                continue;
            }
            var lines = books.lines().stream()
                    .filter(such.and(line -> line.shownAs().equals(row.getFirst())))
                    .toList();
            assertThat(row.get(7)).as("revenue of %s%s", row.getFirst(), query).isEqualTo(major(net(lines)));
            assertThat(row.get(8)).as("refunded of %s%s", row.getFirst(), query).isEqualTo(major(back(lines)));
            if (row.getFirst().equals("Order bump")) {
                continue;
            }
            long visitors = Long.parseLong(row.get(2));
            assertThat(row.get(9)).isEqualTo(visitors == 0 ? "" : major(share(net(lines), visitors)));
            var with = lines.stream().map(Books.Line::order).collect(Collectors.toSet());
            var worth = net(books.lines().stream()
                    .filter(line -> with.contains(line.order()))
                    .toList());
            assertThat(row.get(10))
                    .as("average order with %s%s", row.getFirst(), query)
                    .isEqualTo(with.isEmpty() ? "" : major(share(worth, with.size())));
        }
    }

    private void assertSources() {
        var rows = csv(workspace.owner(), report("/sources.csv?days=all"));
        assertThat(rows).hasSize(1 + books.sources().size());
        for (var source : books.sources()) {
            var row = rows.stream()
                    .filter(each -> each.getFirst().startsWith(Market.named(source)))
                    .findFirst()
                    .orElseThrow();
            var lines = books.of(line -> line.source().equals(source));
            long sold = books.orders(line -> line.source().equals(source));
            assertThat(row.subList(4, 7))
                    .as(source)
                    .containsExactly(String.valueOf(sold), major(net(lines)), major(back(lines)));
            assertThat(row.get(8)).as(source).isEqualTo(sold == 0 ? "" : major(share(net(lines), sold)));
        }
    }

    /** What went back of a line takes off what it brought, in whatever parts: nothing is left of what is gone. */
    private void assertRefundsKeepTheRate() {
        assertThat(books.lines()).allSatisfy(line -> {
            assertThat(line.back()).isCloseTo(line.own(line.unearned()), within(1L));
            assertThat(line.refunded() == line.charged() ? line.net() : 0).isZero();
        });
    }

    private void assertCurrencies() {
        var rows = csv(workspace.owner(), report("/currencies.csv?days=all"));
        assertThat(rows).hasSize(4);
        assertThat(rows.getFirst().subList(0, 4)).containsExactly("Currency", "Orders", "Sold", "In USD");
        for (var row : rows.subList(1, rows.size())) {
            var lines = books.of(line -> line.currency().equals(row.getFirst()));
            var sold = new Money(
                    lines.stream()
                            .mapToLong(line -> line.charged() - line.tax() - line.unearned())
                            .sum(),
                    Currency.getInstance(row.getFirst()));
            long orders = books.orders(line -> line.currency().equals(row.getFirst()));
            assertThat(row.subList(0, 4))
                    .containsExactly(
                            row.getFirst(), String.valueOf(orders), sold.major().toPlainString(), major(net(lines)));
        }
    }

    private void assertConsole() {
        var admin = accounts.admin();
        var name = "Ada Quill " + workspace.slug().replaceAll("\\D", "");
        var row = csv(admin, "/admin/funnels.csv?days=all").stream()
                .filter(each -> each.getFirst().equals(name))
                .findFirst()
                .orElseThrow();
        assertThat(row.subList(5, 8))
                .containsExactly(String.valueOf(books.orders(line -> true)), major(books.net()), major(books.back()));
    }

    private void assertToday() {
        assertThat(Jsoup.parse(page(workspace.owner(), workspace.path("")))
                        .select("dd.money")
                        .text())
                .isEqualTo(dollars(books.net()));
    }

    private void assertContacts() {
        for (var contact : books.contacts()) {
            var lines = books.of(line -> line.contact().equals(contact));
            assertThat(Jsoup.parse(page(workspace.owner(), workspace.path("/contacts/" + contact)))
                            .select("dd .money")
                            .text())
                    .isEqualTo(dollars(net(lines)));
        }
    }

    private void assertOrders() {
        var rows = csv(workspace.owner(), workspace.path("/orders/export"));
        assertThat(rows).hasSize(1 + (int) books.orders(line -> true));
        for (var row : rows.subList(1, rows.size())) {
            var lines = books.of(line -> line.number() == Long.parseLong(row.getFirst()));
            long paid = lines.stream().mapToLong(Books.Line::charged).sum();
            long gone = lines.stream().mapToLong(Books.Line::refunded).sum();
            var currency = lines.getFirst().currency();
            assertThat(row.get(5)).isEqualTo(major(paid, currency));
            assertThat(row.get(9)).isEqualTo(major(gone, currency));
            assertThat(row.get(10)).isEqualTo(major(paid - gone, currency));
            assertThat(row.get(11)).isEqualTo(currency);
            assertThat(row.get(13)).isEqualTo(gone == 0 ? "Paid" : gone == paid ? "Refunded" : "Partly refunded");
        }
    }

    /** What the processor says that it gave back is what our books say. */
    private void assertProcessor() {
        assertThat(Books.byProcessor(jdbc, workspace))
                .isEqualTo(
                        books.lines().stream().mapToLong(Books.Line::refunded).sum());
    }

    private String report(String rest) {
        return workspace.path("/reports/funnels/" + funnel.id() + rest);
    }

    private static long net(Collection<Books.Line> lines) {
        return lines.stream().mapToLong(Books.Line::net).sum();
    }

    private static long back(Collection<Books.Line> lines) {
        return lines.stream().mapToLong(Books.Line::back).sum();
    }

    private static long share(long sum, long among) {
        return BigDecimal.valueOf(sum)
                .divide(BigDecimal.valueOf(among), 0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }

    private static String major(long cents) {
        return BigDecimal.valueOf(cents, 2).toPlainString();
    }

    private static String major(long minorUnits, String currency) {
        return Money.of(minorUnits, currency).major().toPlainString();
    }

    private static String dollars(long cents) {
        return Money.of(cents, "USD").format(Locale.US);
    }

    private List<List<String>> csv(TestPerson person, String path) {
        return page(person, path)
                .replace("\uFEFF", "")
                .lines()
                .map(RefundTruthTests::cells)
                .toList();
    }

    private static List<String> cells(String line) {
        return CELL.matcher(line)
                .results()
                .map(cell ->
                        cell.group(1) == null ? cell.group(2) : cell.group(1).replace("\"\"", "\""))
                .toList();
    }

    private String page(TestPerson person, String path) {
        try {
            return mvc.perform(get(URI.create(path.replace(" ", "%20"))).with(person.signedIn()))
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
