package app.backmatter.mail.sequence;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.mail.MergeFields;
import app.backmatter.mail.SequenceId;
import app.backmatter.mail.content.LaidOut;
import app.backmatter.mail.content.LayOutMail;
import app.backmatter.mail.content.Slots;
import app.backmatter.mail.tracking.MessageCode;
import app.backmatter.mail.tracking.OwnMark;
import app.backmatter.pages.PublicAddress;
import app.backmatter.shared.WorkspaceId;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Writes a sequence's mail to one reader, in the words that it has when it leaves. It is laid out once for all who get it
 * in the same minutes.
 */
@Service
public class ComposeStep {
    private final JdbcClient jdbc;
    private final SequenceSteps steps;
    private final StepLinks links;
    private final LayOutMail layout;
    private final PublicAddress address;
    private final Cache<Key, Ready> ready = Caffeine.newBuilder()
            .maximumSize(500)
            .expireAfterWrite(Duration.ofMinutes(5))
            .build();

    ComposeStep(JdbcClient jdbc, SequenceSteps steps, StepLinks links, LayOutMail layout, PublicAddress address) {
        this.jdbc = jdbc;
        this.steps = steps;
        this.links = links;
        this.layout = layout;
        this.address = address;
    }

    /** @param missing the own links that its readers don't have */
    private record Key(WorkspaceId workspace, UUID mail, int version, Set<String> missing) {}

    /**
     * @param codes of the author's links, by their number
     * @param own codes of the reader's own links, by their field
     */
    private record Ready(LaidOut.Compiled mail, List<String> codes, Map<String, String> own) {}

    /**
     * @param fields of the message
     * @param under what stands for the places under the mail
     * @throws java.util.NoSuchElementException when the mail is in its sequence no more
     */
    public LaidOut.Filled compose(UUID message, Map<String, String> fields, Map<String, String> under) {
        var step = steps.find(UUID.fromString(fields.getOrDefault("mail", ""))).orElseThrow();
        var missing = Own.missing(fields);
        var key = new Key(WorkspaceScope.current(), step.id(), step.version(), missing);
        var mail = ready.get(key, _ -> ready(step, missing));
        var values = new HashMap<>(under);
        var of = MessageCode.of(message);
        for (int link = 0; link < mail.codes().size(); link++) {
            values.put(Slots.link(link), address.of("/c/" + mail.codes().get(link) + "/" + of));
        }
        mail.own()
                .forEach((field, code) -> values.put(
                        field, address.of("/c/" + code + "/" + of + "." + OwnMark.of(fields.getOrDefault(field, "")))));
        values.put(Slots.PIXEL, address.of("/o/s/" + of));
        return mail.mail().fill(values);
    }

    private Ready ready(Placed step, Set<String> missing) {
        var mail = (Step.Mail) step.step();
        var laidOut = layout.layOut(
                mail.subject(), mail.preheader(), Own.without(mail.content(), missing), MergeFields.OF_SEQUENCES);
        var sequence = sequenceOf(step.id());
        var own = new HashMap<String, String>();
        Own.LINKS.stream()
                .filter(field -> laidOut.html().contains(Slots.open(field))
                        || laidOut.text().contains(Slots.open(field)))
                .forEach(field -> own.put(field, links.code(sequence, step.id(), "{" + field + "}")));
        var codes = laidOut.links().stream()
                .map(url -> links.code(sequence, step.id(), url))
                .toList();
        return new Ready(laidOut.compile(), codes, own);
    }

    private SequenceId sequenceOf(UUID step) {
        return jdbc.sql("select sequence_id from sequence_steps where id = :step and workspace_id = :workspace")
                .param("step", step)
                .param("workspace", WorkspaceScope.current().value())
                .query((row, n) -> new SequenceId(row.getObject(1, UUID.class)))
                .single();
    }
}
