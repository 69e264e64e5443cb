package app.backmatter.orders.present;

import app.backmatter.accounts.WorkspaceView;
import app.backmatter.accounts.Workspaces;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.mail.Letter;
import app.backmatter.mail.LetterTemplate;
import app.backmatter.pages.Markdown;
import app.backmatter.pages.PublicAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Brings somebody the link to a present. To nobody's list: it leaves because another person paid for it. */
@Component
class PresentLetter implements LetterTemplate {
    private static final String NAME = "present";
    private static final String PAYMENT = "payment";
    private static final Duration LOOKS_AGAIN = Duration.ofHours(1);

    private final PresentRows rows;
    private final Workspaces workspaces;
    private final PublicAddress address;
    private final MessageSource messages;
    private final Clock clock;

    PresentLetter(PresentRows rows, Workspaces workspaces, PublicAddress address, MessageSource messages, Clock clock) {
        this.rows = rows;
        this.workspaces = workspaces;
        this.address = address;
        this.messages = messages;
        this.clock = clock;
    }

    static Letter of(PresentRows.Given given) {
        var present = given.view().present();
        return new Letter(
                WorkspaceScope.current(),
                null,
                present.to(),
                NAME,
                Map.of(PAYMENT, given.payment().toString()),
                key(given.payment()),
                false,
                present.leavesAt());
    }

    static String key(UUID payment) {
        return NAME + ":" + payment;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Written write(Map<String, String> fields) {
        var given = given(fields);
        var workspace = workspaces.get(WorkspaceScope.current());
        var locale = workspace.locale();
        var giver = given.giver().isBlank() ? say("orders.present.somebody", workspace) : given.giver();
        var message = given.view().present().message();
        return new Written(
                say("orders.present.letter.subject", workspace, giver),
                messages.getMessage(
                        message.isEmpty() ? "orders.present.letter.body" : "orders.present.letter.body.message",
                        new Object[] {
                            Markdown.literal(given.view().present().name()),
                            Markdown.literal(giver),
                            Markdown.literal(String.join(", ", given.view().names())),
                            Markdown.literal(workspace.name()),
                            quoted(message)
                        },
                        locale),
                say("orders.present.letter.button", workspace),
                address.of("/present/" + given.token()));
    }

    /** For a bank that has not decided on the payment. */
    @Override
    public Optional<Instant> waitsUntil(Map<String, String> fields) {
        return given(fields).view().held() ? Optional.of(clock.instant().plus(LOOKS_AGAIN)) : Optional.empty();
    }

    /** Not what was taken back meanwhile. */
    @Override
    public boolean isWanted(Map<String, String> fields) {
        return !given(fields).view().isTakenBack();
    }

    /** Behind the mark of its first line: its own lines stay lines. */
    private static String quoted(String message) {
        return message.lines().map(Markdown::literal).collect(Collectors.joining("\\\n> "));
    }

    private PresentRows.Given given(Map<String, String> fields) {
        return rows.find(UUID.fromString(fields.getOrDefault(PAYMENT, ""))).orElseThrow();
    }

    private String say(String key, WorkspaceView workspace, Object... values) {
        return messages.getMessage(key, values, workspace.locale());
    }
}
