package app.backmatter.mail.domain;

import app.backmatter.mail.BroadcastId;
import app.backmatter.mail.SequenceId;
import app.backmatter.mail.sequence.SequenceSteps;
import app.backmatter.mail.sequence.ShowStep;
import app.backmatter.mail.sequence.Step;
import app.backmatter.pages.Words;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What authors can mail to themselves, by the names that queued letters have. */
@Configuration(proxyBeanMethods = false)
class AuthorsTestLetters {
    static final String BROADCAST = "broadcast-test";
    static final String SEQUENCE = "sequence-test";

    @Bean
    AuthorsTestLetter broadcastTestLetter(Broadcasts broadcasts, ShowBroadcast show, Words words) {
        return new AuthorsTestLetter(
                BROADCAST,
                (fields, firstName) -> broadcasts
                        .findById(BroadcastId.of(fields.getOrDefault("broadcast", "")))
                        .map(Broadcast::draft)
                        .map(draft -> asksForOther(fields) && draft.test().isOn() ? draft.other() : draft)
                        .map(draft -> show.fill(draft, firstName)),
                words);
    }

    @Bean
    AuthorsTestLetter sequenceTestLetter(SequenceSteps steps, ShowStep show, Words words) {
        return new AuthorsTestLetter(
                SEQUENCE,
                (fields, firstName) -> steps.find(
                                SequenceId.of(fields.getOrDefault("sequence", "")),
                                UUID.fromString(fields.getOrDefault("mail", "")))
                        .map(placed -> show.fill((Step.Mail) placed.step(), firstName)),
                words);
    }

    static Map<String, String> broadcast(BroadcastId broadcast) {
        return Map.of("broadcast", broadcast.toString());
    }

    static Map<String, String> otherSubject(BroadcastId broadcast) {
        return Map.of("broadcast", broadcast.toString(), "other", "1");
    }

    static Map<String, String> mail(SequenceId sequence, UUID mail) {
        return Map.of("sequence", sequence.toString(), "mail", mail.toString());
    }

    private static boolean asksForOther(Map<String, String> fields) {
        return fields.containsKey("other");
    }
}
