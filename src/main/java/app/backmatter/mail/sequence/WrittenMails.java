package app.backmatter.mail.sequence;

import app.backmatter.mail.MergeFields;
import app.backmatter.mail.NewSequence;
import app.backmatter.mail.SequencePurpose;
import app.backmatter.mail.content.Block;
import app.backmatter.mail.content.MailContent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Mails as other modules write them, as steps. */
final class WrittenMails {
    private WrittenMails() {}

    static List<Step> steps(NewSequence sequence) {
        return sequence.mails().stream()
                .flatMap(mail -> Stream.concat(waitOf(mail), Stream.of(mailOf(mail, sequence.purpose()))))
                .toList();
    }

    private static Stream<Step> waitOf(NewSequence.Mail mail) {
        return mail.waitDays() == 0
                ? Stream.empty()
                : Stream.of(new Wait.Lasting(mail.waitDays(), Wait.Unit.DAYS, null));
    }

    private static Step mailOf(NewSequence.Mail mail, SequencePurpose purpose) {
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Text(mail.markdown()));
        if (!mail.button().isEmpty()) {
            blocks.add(new Block.Button(mail.button(), leadsTo(purpose)));
        }
        return new Step.Mail(mail.subject(), "", new MailContent(blocks));
    }

    private static String leadsTo(SequencePurpose purpose) {
        var field = purpose == SequencePurpose.NON_BUYERS ? MergeFields.OFFER_LINK : MergeFields.LIBRARY_LINK;
        return "{" + field + "}";
    }

    /** @throws IllegalArgumentException when subject or body hold an unknown field */
    static void requireKnown(NewSequence.Mail mail) {
        MergeFields.OF_SEQUENCES.requireKnown(List.of(mail.subject(), mail.markdown()));
    }
}
