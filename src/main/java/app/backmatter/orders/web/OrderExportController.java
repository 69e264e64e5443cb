package app.backmatter.orders.web;

import app.backmatter.orders.domain.OrderList;
import app.backmatter.orders.domain.OrderList.Row;
import app.backmatter.pages.Spreadsheet;
import app.backmatter.shared.Source;
import app.backmatter.storage.Attachment;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of orders for a spreadsheet. */
@Controller
class OrderExportController {
    private static final int MOST = 100_000;
    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

    private final OrderList orders;
    private final Sources sources;
    private final MessageSource messages;

    OrderExportController(OrderList orders, Sources sources, MessageSource messages) {
        this.orders = orders;
        this.sources = sources;
        this.messages = messages;
    }

    @GetMapping("/w/{workspace}/orders/export")
    ResponseEntity<byte[]> export(@RequestParam(defaultValue = "") String q, Locale locale) {
        var names = sources.in(locale);
        var out = new ByteArrayOutputStream();
        var rows = orders.search(q, MOST, 0).stream().map(row -> cells(row, names::apply, locale));
        Spreadsheet.write(out, head(locale), rows);
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, Attachment.named("orders.csv"))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(out.toByteArray());
    }

    private List<String> head(Locale locale) {
        return Stream.of("number", "when", "email", "reader", "what", "total", "currency", "source", "state")
                .map(column -> messages.getMessage("orders.column." + column, null, locale))
                .toList();
    }

    private List<String> cells(Row row, Function<Source, String> names, Locale locale) {
        return List.of(
                row.number() == null ? "" : row.number().toString(),
                row.placedAt().toString(),
                row.email().value(),
                row.name(),
                row.what(),
                row.total().major().toPlainString(),
                row.total().currency().getCurrencyCode(),
                names.apply(row.source()),
                messages.getMessage("orders.state." + row.state(), null, locale));
    }
}
