package app.backmatter.mail.sequence;

import app.backmatter.mail.content.MailContent;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One line of a sequence. Kept as JSON: a kind's name and components stay as they are for ever. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Step.Mail.class, name = "mail"),
    @JsonSubTypes.Type(value = Wait.Lasting.class, name = "for"),
    @JsonSubTypes.Type(value = Wait.Weekday.class, name = "weekday"),
    @JsonSubTypes.Type(value = Wait.Day.class, name = "date"),
    @JsonSubTypes.Type(value = Step.Condition.class, name = "condition")
})
public sealed interface Step permits Step.Mail, Step.Condition, Wait {
    /** @param subject at most 200 characters, like the preheader */
    record Mail(String subject, String preheader, MailContent content) implements Step {
        public Mail with(MailContent other) {
            return new Mail(subject, preheader, other);
        }
    }

    /**
     * Readers go on with what follows if it holds, at the moment when they come to it.
     *
     * @param subject a tag, a product's id or empty for any, or the id of a mail of the same sequence
     * @param is false asks for the opposite
     * @param otherwise the later step that the others go on with; absent when they leave
     */
    record Condition(
            Asked asked,
            String subject,
            boolean is,
            @Nullable UUID otherwise) implements Step {
        Condition otherwise(@Nullable UUID other) {
            return new Condition(asked, subject, is, other);
        }

        Condition about(String other) {
            return new Condition(asked, other, is, otherwise);
        }
    }

    enum Asked {
        TAGGED,
        BOUGHT,
        OPENED,
        CLICKED;

        public boolean isAboutMail() {
            return this == OPENED || this == CLICKED;
        }
    }

    default Kind kind() {
        return switch (this) {
            case Mail _ -> Kind.MAIL;
            case Wait _ -> Kind.WAIT;
            case Condition _ -> Kind.CONDITION;
        };
    }

    enum Kind {
        MAIL,
        WAIT,
        CONDITION
    }

    LocalTime MORNING = LocalTime.of(9, 0);
}
