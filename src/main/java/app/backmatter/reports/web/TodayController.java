package app.backmatter.reports.web;

import app.backmatter.accounts.WorkspaceView;
import app.backmatter.accounts.Workspaces;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.reports.Figures;
import app.backmatter.reports.Period;
import app.backmatter.reports.domain.ReadWeeks;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The workspace's home: how the week goes, what to do next, what just happened. */
@Controller
@RequestMapping("/w/{workspace}")
class TodayController {
    private static final Duration WEEK = Duration.ofDays(7);

    private final Workspaces workspaces;
    private final ReadWeeks weeks;
    private final SetUpTasks tasks;
    private final Decisions decisions;
    private final TodayFeed feed;
    private final MessageSource messages;
    private final Clock clock;

    TodayController(
            Workspaces workspaces,
            ReadWeeks weeks,
            SetUpTasks tasks,
            Decisions decisions,
            TodayFeed feed,
            MessageSource messages,
            Clock clock) {
        this.workspaces = workspaces;
        this.weeks = weeks;
        this.tasks = tasks;
        this.decisions = decisions;
        this.feed = feed;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String show(Model model) {
        var workspace = workspaces.get(WorkspaceScope.current());
        var figures = new Figures(messages, workspace.locale());
        var cards = tasks.of(workspace);
        model.addAttribute("greeting", figures.text("reports.today.greeting." + partOfDay(workspace)));
        model.addAttribute("figures", week(workspace, figures));
        model.addAttribute("tasks", cards);
        model.addAttribute("isSetUp", cards.stream().allMatch(TaskCard::isDone));
        model.addAttribute("done", cards.stream().filter(TaskCard::isDone).count());
        model.addAttribute("decisions", decisions.of(workspace, figures));
        model.addAttribute("feed", feed.of(workspace, figures));
        return "reports/today";
    }

    private List<WeekFigure> week(WorkspaceView workspace, Figures figures) {
        var now = clock.instant();
        var start = now.minus(WEEK);
        var this7 = weeks.week(workspace.id(), new Period(start, now), workspace.currency());
        var before = weeks.week(workspace.id(), new Period(start.minus(WEEK), start), workspace.currency());
        return List.of(
                WeekFigure.count("sign-ups", this7.signUps(), before.signUps(), figures),
                WeekFigure.count("orders", this7.orders(), before.orders(), figures),
                WeekFigure.money("revenue", this7.revenue(), before.revenue(), figures));
    }

    private String partOfDay(WorkspaceView workspace) {
        int hour = clock.instant().atZone(workspace.timeZone()).getHour();
        if (hour < 5 || hour >= 18) {
            return "evening";
        }
        return hour < 12 ? "morning" : "afternoon";
    }
}
