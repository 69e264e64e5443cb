package app.backmatter.mail.bounce;

import app.backmatter.mail.health.Figure;
import app.backmatter.mail.health.SendingStops;
import app.backmatter.mail.health.Tally;
import app.backmatter.mail.health.Tally.Count;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Counts reports into the figures of the workspace in scope: each mail as one bounce at most, its worst. */
@Component
class CountReports {
    private final Tally tally;
    private final SendingStops stops;

    CountReports(Tally tally, SendingStops stops) {
        this.tally = tally;
        this.stops = stops;
    }

    /** @param before what was reported before of the mails that they are about; is added to */
    void count(List<Case> fresh, Map<UUID, Set<ReportKind>> before) {
        var counts = new ArrayList<Count>();
        for (var one : fresh) {
            var earlier = one.message() == null
                    ? new TreeSet<ReportKind>()
                    : before.computeIfAbsent(one.message(), _ -> new TreeSet<>());
            if (one.report().isAtOnce()) {
                counts.add(count(Figure.REFUSED, one, 1));
            }
            counts.addAll(changes(one, earlier));
            earlier.add(one.kind());
        }
        tally.add(counts);
        if (fresh.stream().anyMatch(CountReports::mayStop)) {
            stops.check();
        }
    }

    private static List<Count> changes(Case one, Set<ReportKind> earlier) {
        if (one.kind() == ReportKind.COMPLAINT) {
            return earlier.contains(ReportKind.COMPLAINT) ? List.of() : List.of(count(Figure.COMPLAINED, one, 1));
        }
        var worst = earlier.stream().filter(ReportKind::isBounce).reduce((_, last) -> last);
        if (!one.kind().isBounce()
                || worst.filter(known -> known.compareTo(one.kind()) >= 0).isPresent()) {
            return List.of();
        }
        var more = count(figure(one.kind()), one, 1);
        return worst.map(kind -> List.of(more, count(figure(kind), one, -1))).orElse(List.of(more));
    }

    private static boolean mayStop(Case one) {
        return one.kind() == ReportKind.COMPLAINT
                || one.kind() == ReportKind.HARD_BOUNCE
                || one.kind() == ReportKind.BLOCKED;
    }

    private static Count count(Figure figure, Case one, int number) {
        return new Count(figure, one.recipient(), one.leftAt(), number);
    }

    private static Figure figure(ReportKind kind) {
        return switch (kind) {
            case BLOCKED -> Figure.BLOCKED;
            case SOFT_BOUNCE -> Figure.SOFT;
            case HARD_BOUNCE -> Figure.HARD;
            case COMPLAINT -> Figure.COMPLAINED;
            case DELIVERED -> throw new IllegalArgumentException("No bounce");
        };
    }
}
