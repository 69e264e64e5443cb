package app.backmatter.funnels.web;

import app.backmatter.orders.Sum;
import java.util.List;
import java.util.stream.Stream;

/**
 * What stands below the things of a checkout, without and with its tick box, and which of both counts now.
 *
 * @param lines those before the total, the total, and what of it is tax
 */
record CheckoutTotals(List<Line> lines) {
    /** @param plain empty where there is no such line; as {@code withBump} */
    public record Line(Sum.Kind kind, String label, String plain, String withBump, boolean bump) {
        public String chosen() {
            return bump ? withBump : plain;
        }
    }

    static CheckoutTotals of(List<Sum> plain, List<Sum> withBump, boolean bump) {
        return new CheckoutTotals(Stream.of(Sum.Kind.values())
                .flatMap(kind -> Stream.concat(plain.stream(), withBump.stream())
                        .filter(sum -> sum.kind() == kind)
                        .map(Sum::label)
                        .distinct()
                        .map(label ->
                                new Line(kind, label, amount(plain, kind, label), amount(withBump, kind, label), bump)))
                .toList());
    }

    public Line total() {
        return lines.stream()
                .filter(line -> line.kind() == Sum.Kind.TOTAL)
                .findFirst()
                .orElseThrow();
    }

    private static String amount(List<Sum> sums, Sum.Kind kind, String label) {
        return sums.stream()
                .filter(sum -> sum.kind() == kind && sum.label().equals(label))
                .map(Sum::amount)
                .findFirst()
                .orElse("");
    }
}
