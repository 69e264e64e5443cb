package app.backmatter.admin.web;

import app.backmatter.admin.domain.Health;
import app.backmatter.mail.AccountMails;
import app.backmatter.pages.Csv;
import app.backmatter.reports.Conversions;
import app.backmatter.reports.Figures;
import app.backmatter.reports.FunnelConversion;
import app.backmatter.reports.FunnelTotals;
import app.backmatter.shared.Money;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The console of who runs the installation. The security chain lets admins alone come here. */
@Controller
@RequestMapping("/admin")
class AdminController {
    private static final int MAILS_SHOWN = 50;
    private static final List<String> COLUMNS = List.of(
            "admin.column.workspace",
            "reports.column.funnel",
            "reports.column.visitors",
            "reports.column.sign-ups",
            "reports.column.confirmed",
            "reports.column.orders",
            "reports.column.revenue",
            "reports.column.refunded",
            "reports.column.currency");

    private final Conversions conversions;
    private final Health health;
    private final AccountMails accountMails;
    private final Figures figures;
    private final Clock clock;

    AdminController(
            Conversions conversions, Health health, AccountMails accountMails, MessageSource messages, Clock clock) {
        this.conversions = conversions;
        this.health = health;
        this.accountMails = accountMails;
        this.figures = new Figures(messages, Locale.ENGLISH);
        this.clock = clock;
    }

    @GetMapping
    String index(@RequestParam @Nullable String days, Model model) {
        var chosen = Days.of(days);
        model.addAttribute("days", chosen.choice());
        model.addAttribute("choices", Days.CHOICES);
        model.addAttribute(
                "rows", rows(chosen).map(row -> ConversionRow.of(row, figures)).toList());
        model.addAttribute("health", health.read());
        model.addAttribute("accountMails", accountMails.kept(MAILS_SHOWN));
        return "admin/index";
    }

    @GetMapping("/funnels.csv")
    ResponseEntity<byte[]> funnels(@RequestParam @Nullable String days) {
        List<List<String>> table = new ArrayList<>();
        table.add(COLUMNS.stream().map(key -> figures.text(key)).toList());
        rows(Days.of(days)).map(AdminController::record).forEach(table::add);
        return Csv.download("funnels.csv", table);
    }

    private Stream<FunnelConversion> rows(Days days) {
        return conversions.everywhere(days.until(clock.instant())).stream();
    }

    private static List<String> record(FunnelConversion conversion) {
        FunnelTotals totals = conversion.totals();
        Money revenue = totals.revenue();
        return List.of(
                conversion.workspace().name(),
                conversion.funnel(),
                Long.toString(totals.visitors()),
                Long.toString(totals.signUps()),
                Long.toString(totals.confirmed()),
                Long.toString(totals.orders()),
                revenue.major().toPlainString(),
                totals.refunded().major().toPlainString(),
                revenue.currency().getCurrencyCode());
    }
}
