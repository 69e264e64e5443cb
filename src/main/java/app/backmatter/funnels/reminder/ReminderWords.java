package app.backmatter.funnels.reminder;

import app.backmatter.funnels.domain.CheckoutOffer;
import app.backmatter.funnels.domain.ProductSnapshot;
import app.backmatter.funnels.domain.PublishedContent;
import app.backmatter.funnels.passage.Reader;
import app.backmatter.mail.LetterTemplate.Written;
import app.backmatter.mail.MergeFields;
import app.backmatter.pages.PublicAddress;
import app.backmatter.pages.Words;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** A reminder in its author's words, with what each reader's own differ in. */
@Component
public class ReminderWords {
    private final LeftCheckouts leftCheckouts;
    private final Codes codes;
    private final PublicAddress address;
    private final Words words;

    ReminderWords(LeftCheckouts leftCheckouts, Codes codes, PublicAddress address, Words words) {
        this.leftCheckouts = leftCheckouts;
        this.codes = codes;
        this.address = address;
        this.words = words;
    }

    Written to(Reader reader, CheckoutOffer offer, Reminder reminder) {
        var code = codes.of(reader, offer, reminder);
        return merge(
                reminder,
                reader.passage().firstName(),
                product(reader.content(), offer),
                code,
                address.of(back(reader, offer, reminder, code)));
    }

    /** As a reader of this content would get it, with a link that leads nowhere. */
    public Written example(PublishedContent content, Reminder reminder) {
        var product = content.funnel().steps().stream()
                .filter(CheckoutOffer.class::isInstance)
                .map(CheckoutOffer.class::cast)
                .map(offer -> product(content, offer))
                .findFirst()
                .orElse("");
        return merge(
                reminder,
                words.say("funnels.letters.example-name"),
                product,
                codes.inGeneral(reminder),
                address.of("/r/example"));
    }

    private Written merge(Reminder reminder, String firstName, String product, String code, String link) {
        var values = Map.of(
                MergeFields.FIRST_NAME,
                firstName,
                Reminder.PRODUCT,
                product,
                MergeFields.OFFER_LINK,
                link,
                Reminder.CODE,
                code);
        return new Written(
                Reminder.FIELDS.inLine(reminder.subject(), values),
                Reminder.FIELDS.inMarkdown(reminder.markdown(), values),
                reminder.button(),
                link);
    }

    /** To the checkout, with what was chosen there. */
    private String back(Reader reader, CheckoutOffer offer, Reminder reminder, String code) {
        var chosen = leftCheckouts.chosen(reader.passage().id(), offer.id());
        var link = UriComponentsBuilder.fromPath(reader.path() + "/checkout/" + offer.id())
                .queryParam("reminder", reminder.number());
        if (chosen.bump()) {
            link.queryParam("bump", "yes");
        }
        if (chosen.given() != null) {
            link.queryParam("amount", chosen.given().typed())
                    .queryParam("amountIn", chosen.given().currency());
        }
        if (!code.isEmpty()) {
            link.queryParam("coupon", code);
        }
        return link.encode().toUriString();
    }

    private static String product(PublishedContent content, CheckoutOffer offer) {
        return content.product(offer.product()).map(ProductSnapshot::name).orElse("");
    }
}
