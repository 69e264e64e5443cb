package app.backmatter.mail.bounce;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;

import app.backmatter.database.WorkspaceScope;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Takes reports of mails of any workspaces, from mail servers, mailboxes and providers, those of each workspace in one
 * transaction; joins that of a caller who works in the workspace. Each is kept once, however often it is told: a hard bounce
 * and a complaint suppress the address at once, a complaint ends the person's consent too, and soft bounces suppress it when
 * there are too many of them.
 */
@Service
public class KeepReports {
    private final ReportedMessages messages;
    private final ReportBook book;
    private final Consequences consequences;
    private final CountReports figures;
    private final TransactionOperations transactions;
    private final Clock clock;

    KeepReports(
            ReportedMessages messages,
            ReportBook book,
            Consequences consequences,
            CountReports figures,
            TransactionOperations transactions,
            Clock clock) {
        this.messages = messages;
        this.book = book;
        this.consequences = consequences;
        this.figures = figures;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * @return one answer for each report, in the same order
     * @throws IllegalStateException in a transaction that was begun outside of any workspace: entities are not found there
     */
    public List<Keeping> keep(List<Report> reports) {
        if (TransactionSynchronizationManager.isActualTransactionActive()
                && WorkspaceScope.find().isEmpty()) {
            throw new IllegalStateException("Reports are kept in transactions of their workspaces");
        }
        var cases = messages.match(reports, clock.instant());
        var kept = new HashSet<Case>();
        cases.stream()
                .flatMap(Optional::stream)
                .collect(groupingBy(Case::workspace))
                .forEach((workspace, own) -> WorkspaceScope.run(workspace, () -> kept.addAll(keepOwn(own))));
        return answers(cases, kept);
    }

    private List<Case> keepOwn(List<Case> cases) {
        return requireNonNull(transactions.execute(status -> {
            var before = book.kinds(cases);
            var fresh = book.write(cases);
            consequences.of(fresh);
            figures.count(fresh, before);
            return fresh;
        }));
    }

    private static List<Keeping> answers(List<Optional<Case>> cases, Set<Case> kept) {
        var answers = new ArrayList<Keeping>(cases.size());
        for (var one : cases) {
            answers.add(one.map(known -> kept.contains(known) || known.isPassedOver() ? Keeping.KEPT : Keeping.KNOWN)
                    .orElse(Keeping.STRANGE));
        }
        return answers;
    }
}
