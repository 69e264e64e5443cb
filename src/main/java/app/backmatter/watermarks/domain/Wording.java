package app.backmatter.watermarks.domain;

import app.backmatter.accounts.WorkspaceView;
import app.backmatter.accounts.Workspaces;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.watermarks.Owner;
import app.backmatter.watermarks.Watermark;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts into the workspace's words whose copy it is. */
@Component
class Wording {
    private static final long SOME_ORDER = 12;

    private final MessageSource messages;
    private final Workspaces workspaces;
    private final Clock clock;

    Wording(MessageSource messages, Workspaces workspaces, Clock clock) {
        this.messages = messages;
        this.workspaces = workspaces;
        this.clock = clock;
    }

    Watermark of(Owner owner) {
        var author = workspaces.get(WorkspaceScope.current());
        var number = owner.order() == null ? "" : String.valueOf(owner.order());
        var since = date(owner.since(), author);
        var named = number.isEmpty() ? "watermarks.given" : "watermarks.bought";
        var nameless = number.isEmpty() ? "watermarks.given.nameless" : "watermarks.bought.nameless";
        return new Watermark(
                owner.name(),
                name -> say(author, named, name, number, since),
                say(author, nameless, "", number, since),
                say(author, "watermarks.title"),
                List.of(say(author, "watermarks.colophon", author.name())),
                number,
                author.locale());
    }

    /** Nobody's, made today. */
    Owner sample() {
        var author = workspaces.get(WorkspaceScope.current());
        return new Owner(say(author, "watermarks.sample"), SOME_ORDER, clock.instant());
    }

    private String say(WorkspaceView author, String key, Object... values) {
        return messages.getMessage(key, values, author.locale());
    }

    private static String date(Instant at, WorkspaceView author) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(author.locale())
                .format(at.atZone(author.timeZone()));
    }
}
