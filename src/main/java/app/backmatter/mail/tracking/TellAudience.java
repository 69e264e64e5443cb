package app.backmatter.mail.tracking;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import app.backmatter.audience.ContactId;
import app.backmatter.audience.MailActivity;
import app.backmatter.audience.MailActivity.Seen;
import app.backmatter.audience.MailDeed;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.shared.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells the audience of each workspace what its people did with mails, of whatever kind the mails are. */
@Component
class TellAudience {
    private final MailActivity activity;
    private final CountOpenings openings;

    TellAudience(MailActivity activity, CountOpenings openings) {
        this.activity = activity;
        this.openings = openings;
    }

    /**
     * @param address of the link that was followed, as its author typed it
     * @param firstOf when the mail left that nobody had opened before; absent for what is none
     */
    private record Deed(
            WorkspaceId workspace,
            String address,
            Seen seen,
            @Nullable Instant firstOf) {
        static List<Deed> of(ResultSet row) throws SQLException {
            var at = instant(row.getTimestamp("at"));
            return at == null
                    ? List.of()
                    : List.of(new Deed(
                            new WorkspaceId(row.getObject("workspace_id", UUID.class)),
                            row.getString("address"),
                            new Seen(new ContactId(row.getObject("contact_id", UUID.class)), at),
                            instant(row.getTimestamp("first_of"))));
        }

        private static @Nullable Instant instant(@Nullable Timestamp moment) {
            return moment == null ? null : moment.toInstant();
        }
    }

    /**
     * @param deeds rows of {@code workspace_id}, {@code contact_id}, {@code address}, {@code at} and {@code first_of}; where
     *     {@code at} is null, no person did it
     */
    void tell(MailDeed what, JdbcClient.StatementSpec deeds) {
        deeds.query((row, _) -> Deed.of(row)).list().stream()
                .flatMap(List::stream)
                .collect(groupingBy(Deed::workspace))
                .forEach((workspace, done) -> WorkspaceScope.run(workspace, () -> tell(what, done)));
    }

    private void tell(MailDeed what, List<Deed> deeds) {
        activity.keep(what, latest(deeds));
        openings.count(deeds.stream()
                .filter(deed -> deed.firstOf() != null)
                .map(deed -> new Seen(deed.seen().contact(), requireNonNull(deed.firstOf())))
                .toList());
        if (what == MailDeed.CLICKED) {
            deeds.stream().collect(groupingBy(Deed::address)).forEach((address, followed) -> {
                var seen = latest(followed);
                activity.clicked(
                        address,
                        seen.stream().map(Seen::contact).toList(),
                        seen.getLast().at());
            });
        }
    }

    /** Of each contact the latest, in the order of time. */
    private static List<Seen> latest(List<Deed> deeds) {
        return deeds.stream()
                .map(Deed::seen)
                .collect(toMap(
                        Seen::contact, seen -> seen, (one, other) -> one.at().isAfter(other.at()) ? one : other))
                .values()
                .stream()
                .sorted(comparing(Seen::at))
                .toList();
    }
}
