package app.backmatter.reports.web;

import app.backmatter.accounts.WorkspaceView;
import app.backmatter.accounts.Workspaces;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.funnels.FunnelId;
import app.backmatter.pages.Csv;
import app.backmatter.pages.NotFound;
import app.backmatter.reports.Figures;
import app.backmatter.reports.StepRows;
import app.backmatter.reports.TotalsCells;
import app.backmatter.reports.domain.FunnelReport;
import app.backmatter.reports.domain.ReadReports;
import app.backmatter.reports.domain.SoldIn;
import app.backmatter.reports.domain.SourceKey;
import app.backmatter.reports.domain.Span;
import app.backmatter.shared.Slug;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** One funnel's figures as page and as file. */
@Controller
@RequestMapping("/w/{workspace}/reports/funnels/{funnel}")
class FunnelReportController {
    private final ReadReports reports;
    private final Workspaces workspaces;
    private final SourceNames sourceNames;
    private final MessageSource messages;
    private final Clock clock;

    FunnelReportController(
            ReadReports reports, Workspaces workspaces, SourceNames sourceNames, MessageSource messages, Clock clock) {
        this.reports = reports;
        this.workspaces = workspaces;
        this.sourceNames = sourceNames;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String show(@PathVariable UUID funnel, ReportQuery query, Model model, HttpServletResponse response) {
        var workspace = workspaces.get(WorkspaceScope.current());
        var span = query.span(today(workspace));
        var report = report(workspace, funnel, span.orElse(Span.all()), query.sourceKey());
        var figures = new Figures(messages, workspace.locale());
        if (span.isEmpty()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
        }
        model.addAttribute("query", query);
        model.addAttribute("choices", ReportQuery.CHOICES);
        model.addAttribute("datesError", span.isEmpty());
        model.addAttribute("funnel", report.funnel());
        model.addAttribute("totals", TotalsView.of(report, figures));
        model.addAttribute("tree", new ReportTree(report, figures).tree());
        model.addAttribute("steps", new StepRows(report, figures).rows());
        model.addAttribute("sources", sources(report, figures));
        model.addAttribute(
                "currencies", CurrencyRow.list(currencies(workspace, funnel, span.orElse(Span.all()), query), figures));
        model.addAttribute("own", workspace.currency().getCurrencyCode());
        return "reports/funnel";
    }

    @GetMapping("/steps.csv")
    ResponseEntity<byte[]> steps(@PathVariable UUID funnel, ReportQuery query) {
        var workspace = workspaces.get(WorkspaceScope.current());
        var span = query.span(today(workspace)).orElse(Span.all());
        var report = report(workspace, funnel, span, query.sourceKey());
        return Csv.download(fileName(report), new ReportTable(messages, workspace).steps(report));
    }

    @GetMapping("/sources.csv")
    ResponseEntity<byte[]> sources(@PathVariable UUID funnel, ReportQuery query) {
        var workspace = workspaces.get(WorkspaceScope.current());
        var span = query.span(today(workspace)).orElse(Span.all());
        var report = report(workspace, funnel, span, null);
        var names = sourceNames.inLocale(workspace.locale());
        return Csv.download(fileName(report), new ReportTable(messages, workspace).sources(report, names));
    }

    @GetMapping("/currencies.csv")
    ResponseEntity<byte[]> currencies(@PathVariable UUID funnel, ReportQuery query) {
        var workspace = workspaces.get(WorkspaceScope.current());
        var span = query.span(today(workspace)).orElse(Span.all());
        var report = report(workspace, funnel, span, query.sourceKey());
        var table = new ReportTable(messages, workspace);
        return Csv.download(fileName(report), table.currencies(currencies(workspace, funnel, span, query)));
    }

    private List<SoldIn> currencies(WorkspaceView workspace, UUID funnel, Span span, ReportQuery query) {
        return reports.currencies(workspace, new FunnelId(funnel), span.in(workspace.timeZone()), query.sourceKey());
    }

    private FunnelReport report(WorkspaceView workspace, UUID funnel, Span span, @Nullable SourceKey source) {
        return reports.funnel(workspace, new FunnelId(funnel), span.in(workspace.timeZone()), source)
                .orElseThrow(NotFound::new);
    }

    private List<SourceRow> sources(FunnelReport report, Figures figures) {
        Function<SourceKey, String> names = sourceNames.inLocale(figures.locale());
        return report.sources().stream()
                .map(line -> new SourceRow(
                        line.source().text(), names.apply(line.source()), TotalsCells.of(line.totals(), figures)))
                .toList();
    }

    private LocalDate today(WorkspaceView workspace) {
        return LocalDate.ofInstant(clock.instant(), workspace.timeZone());
    }

    private static String fileName(FunnelReport report) {
        return Slug.from(report.funnel().name(), "funnel") + ".csv";
    }
}
