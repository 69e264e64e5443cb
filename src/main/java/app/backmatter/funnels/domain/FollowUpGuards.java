package app.backmatter.funnels.domain;

import java.util.List;
import java.util.stream.Stream;

/** The letters that follow may be sent. */
final class FollowUpGuards {
    private FollowUpGuards() {}

    static List<Review.Guard> all() {
        return List.of(FollowUpGuards::postalAddressIsKnown);
    }

    private static Stream<Finding> postalAddressIsKnown(Review review) {
        return review.hasPostalAddress()
                ? Stream.empty()
                : Stream.of(new Finding(Finding.Weight.PLEASE_LOOK, "no-postal-address", List.of(), null));
    }
}
