package app.backmatter.mail.web.broadcast;

import app.backmatter.audience.Addressed;
import app.backmatter.audience.SegmentId;
import app.backmatter.mail.content.Block;
import app.backmatter.mail.content.MailContent;
import app.backmatter.mail.domain.BroadcastDetails;
import app.backmatter.mail.domain.BroadcastDraft;
import app.backmatter.mail.domain.SubjectTest;
import app.backmatter.mail.domain.WinnerRule;
import app.backmatter.mail.web.content.BlockForm;
import app.backmatter.mail.web.content.Blocks;
import app.backmatter.pages.Typed;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * A draft as typed.
 *
 * @param otherSubject empty where only one is sent
 * @param percent on whom both are tried
 * @param rule of {@link WinnerRule}
 * @param hours that are waited
 * @param segment its id; empty for everybody
 * @param except ids of segments
 * @param blocks by their places
 * @param removed the block that was taken away last
 * @param removedAt where it stood
 * @param version of the broadcast that was open
 */
record BroadcastForm(
        @Nullable String subject,
        @Nullable String preheader,
        @Nullable String otherSubject,
        @Nullable String percent,
        @Nullable String rule,
        @Nullable String hours,
        @Nullable String segment,
        @Nullable List<String> except,
        Map<String, BlockForm> blocks,
        @Nullable BlockForm removed,
        @Nullable String removedAt,
        @Nullable String version) {
    static BroadcastForm of(BroadcastDetails broadcast) {
        var draft = broadcast.draft();
        var segment = draft.addressed().segment();
        return new BroadcastForm(
                draft.subject(),
                draft.preheader(),
                draft.test().subject(),
                String.valueOf(draft.test().percent()),
                draft.test().rule().name(),
                String.valueOf(draft.test().hours()),
                segment == null ? "" : segment.toString(),
                draft.addressed().except().stream().map(SegmentId::toString).toList(),
                Blocks.of(draft.content()),
                null,
                "",
                String.valueOf(broadcast.version()));
    }

    BroadcastForm {
        blocks = Blocks.known(blocks);
    }

    /** @param known the segments that there are */
    void check(Set<SegmentId> known, Errors errors) {
        var addressed = addressed();
        if (addressed.segment() != null && !known.contains(addressed.segment())
                || !known.containsAll(addressed.except())) {
            errors.rejectValue("segment", "mail.error.segment");
        }
        atMost(200, subject, "subject", "mail.error.subject-long", errors);
        atMost(200, preheader, "preheader", "mail.error.preheader", errors);
        atMost(200, otherSubject, "otherSubject", "mail.error.subject-long", errors);
        Blocks.check(blocks, errors);
    }

    /** Only after {@link #check} found nothing. */
    BroadcastDraft toDraft(List<Block> shown) {
        return new BroadcastDraft(
                Typed.line(subject), Typed.line(preheader), new MailContent(shown), addressed(), test());
    }

    /** What is not one of the choices is as it is for a new broadcast. */
    SubjectTest test() {
        return new SubjectTest(
                Typed.line(otherSubject),
                oneOf(SubjectTest.PERCENTS, percent, SubjectTest.NONE.percent()),
                Stream.of(WinnerRule.values())
                        .filter(one -> one.name().equals(rule))
                        .findFirst()
                        .orElse(SubjectTest.NONE.rule()),
                oneOf(SubjectTest.HOURS, hours, SubjectTest.NONE.hours()));
    }

    private static int oneOf(List<Integer> choices, @Nullable String typed, int otherwise) {
        return choices.stream()
                .filter(one -> String.valueOf(one).equals(typed))
                .findFirst()
                .orElse(otherwise);
    }

    List<Block> shown() {
        return Blocks.shown(blocks);
    }

    Addressed addressed() {
        var chosen = ids(Stream.of(Typed.line(segment))).stream().findAny().orElse(null);
        return new Addressed(chosen, ids(Objects.requireNonNullElse(except, List.<String>of()).stream()));
    }

    int openedVersion() {
        return Typed.line(version).matches("[0-9]{1,9}") ? Integer.parseInt(Typed.line(version)) : -1;
    }

    private static Set<SegmentId> ids(Stream<String> typed) {
        return typed.flatMap(id -> Stream.<UUID>ofNullable(Typed.id(Typed.line(id))))
                .map(SegmentId::new)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static void atMost(int most, @Nullable String typed, String field, String message, Errors errors) {
        if (Typed.line(typed).length() > most) {
            errors.rejectValue(field, message);
        }
    }
}
