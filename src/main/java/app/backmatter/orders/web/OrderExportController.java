package app.backmatter.orders.web;

import app.backmatter.orders.CreditNoteNumber;
import app.backmatter.orders.domain.OrderList;
import app.backmatter.orders.domain.OrderList.Row;
import app.backmatter.pages.Csv;
import app.backmatter.pages.Slice;
import app.backmatter.pages.SourceNames;
import app.backmatter.shared.Source;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of orders for a spreadsheet. */
@Controller
class OrderExportController {
    private final OrderList orders;
    private final SourceNames sources;
    private final MessageSource messages;

    OrderExportController(OrderList orders, SourceNames sources, MessageSource messages) {
        this.orders = orders;
        this.sources = sources;
        this.messages = messages;
    }

    @GetMapping("/w/{workspace}/orders/export")
    void export(@RequestParam(defaultValue = "") String q, Locale locale, HttpServletResponse response)
            throws IOException {
        var names = sources.in(locale);
        var rows = Slice.<Row>all(
                        (before, limit) -> orders.search(q, before, limit),
                        row -> row.id().value())
                .map(row -> cells(row, names, locale));
        Csv.send(response, "orders.csv", Stream.concat(Stream.of(head(locale)), rows));
    }

    private List<String> head(Locale locale) {
        return Stream.of(
                        "number",
                        "when",
                        "email",
                        "reader",
                        "what",
                        "total",
                        "discount",
                        "coupon",
                        "tax",
                        "refunded",
                        "net",
                        "currency",
                        "source",
                        "state",
                        "country",
                        "receipt",
                        "credit-notes",
                        "rate",
                        "own-currency")
                .map(column -> messages.getMessage("orders.column." + column, null, locale))
                .toList();
    }

    private List<String> cells(Row row, Function<Source, String> names, Locale locale) {
        return List.of(
                row.number() == null ? "" : row.number().toString(),
                row.placedAt().toString(),
                row.email().isErased() ? "" : row.email().value(),
                row.name(),
                row.what(),
                row.total().major().toPlainString(),
                row.discount().major().toPlainString(),
                row.coupon(),
                row.tax().major().toPlainString(),
                row.refunded().major().toPlainString(),
                row.number() == null ? "" : row.net().major().toPlainString(),
                row.total().currency().getCurrencyCode(),
                names.apply(row.source()),
                messages.getMessage("orders.state." + row.state(), null, locale),
                row.country(),
                row.receipt() == null ? "" : row.receipt().toString(),
                row.creditNotes().stream().map(CreditNoteNumber::toString).collect(Collectors.joining(", ")),
                row.rate().rate().toPlainString(),
                row.rate().to().getCurrencyCode());
    }
}
