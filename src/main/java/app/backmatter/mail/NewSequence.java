package app.backmatter.mail;

import java.util.List;

/** A sequence to be made, mails in order. */
public record NewSequence(String name, SequencePurpose purpose, List<Mail> mails) {
    /**
     * One mail of a sequence. Subject and body may hold merge fields: {@code {first_name}}, {@code {gift_link}},
     * {@code {offer_link}}, {@code {library_link}}.
     *
     * @param waitDays since the mail before, or since entry for the first; 0 to 365
     * @param button label of the button, empty for none; it leads to the offer for non-buyers, to the library for buyers
     */
    public record Mail(int waitDays, String subject, String markdown, String button) {}
}
