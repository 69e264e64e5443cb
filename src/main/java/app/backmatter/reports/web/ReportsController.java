package app.backmatter.reports.web;

import app.backmatter.accounts.WorkspaceView;
import app.backmatter.accounts.Workspaces;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.reports.Figures;
import app.backmatter.reports.domain.ReadReports;
import app.backmatter.reports.domain.Span;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** All funnels of the workspace with what they brought. */
@Controller
@RequestMapping("/w/{workspace}/reports")
class ReportsController {
    private final ReadReports reports;
    private final Workspaces workspaces;
    private final MessageSource messages;
    private final Clock clock;

    ReportsController(ReadReports reports, Workspaces workspaces, MessageSource messages, Clock clock) {
        this.reports = reports;
        this.workspaces = workspaces;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String index(ReportQuery query, Model model) {
        var workspace = workspaces.get(WorkspaceScope.current());
        var span = query.span(today(workspace));
        var figures = new Figures(messages, workspace.locale());
        var period = span.orElse(Span.all()).in(workspace.timeZone());
        model.addAttribute("query", query);
        model.addAttribute("choices", ReportQuery.CHOICES);
        model.addAttribute(
                "funnels",
                reports.all(List.of(workspace), period).stream()
                        .map(conversion -> FunnelRow.of(conversion, figures))
                        .toList());
        return "reports/index";
    }

    private LocalDate today(WorkspaceView workspace) {
        return LocalDate.ofInstant(clock.instant(), workspace.timeZone());
    }
}
