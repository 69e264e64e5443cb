package app.backmatter.admin.web;

import app.backmatter.pages.NotFound;
import app.backmatter.reports.Conversions;
import app.backmatter.reports.Figures;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One funnel of any workspace, step by step. */
@Controller
@RequestMapping("/admin/workspaces/{workspace}/funnels/{funnel}")
class AdminFunnelController {
    private final Conversions conversions;
    private final Figures figures;
    private final Clock clock;

    AdminFunnelController(Conversions conversions, MessageSource messages, Clock clock) {
        this.conversions = conversions;
        this.figures = new Figures(messages, Locale.ENGLISH);
        this.clock = clock;
    }

    @GetMapping
    String show(
            @PathVariable String workspace,
            @PathVariable UUID funnel,
            @RequestParam @Nullable String days,
            Model model) {
        var chosen = Days.of(days);
        var report = conversions
                .funnel(workspace, funnel, chosen.until(clock.instant()), figures)
                .orElseThrow(NotFound::new);
        model.addAttribute("days", chosen.choice());
        model.addAttribute("choices", Days.CHOICES);
        model.addAttribute("path", "/admin/workspaces/%s/funnels/%s".formatted(workspace, funnel));
        model.addAttribute("funnel", report.funnel());
        model.addAttribute("author", report.workspace().name());
        model.addAttribute("steps", report.steps());
        return "admin/funnel";
    }
}
