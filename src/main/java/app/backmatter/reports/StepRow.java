package app.backmatter.reports;

/**
 * One line of the table of steps, ready to be shown by {@code reports/_parts}.
 *
 * @param name the step's kind in words
 * @param headline as readers see it; empty where there is none
 * @param arrival after which answer readers come here; empty for the entry
 * @param refunded what went back of the revenue; empty for nothing
 * @param isBranch whether only a no leads here
 */
public record StepRow(
        String name,
        String headline,
        String arrival,
        boolean isBranch,
        String visitors,
        String takers,
        RateCell rate,
        String declined,
        String cardDeclines,
        String revenue,
        String refunded,
        String perVisitor,
        String averageOrder) {}
