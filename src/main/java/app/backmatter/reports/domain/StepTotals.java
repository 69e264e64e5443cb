package app.backmatter.reports.domain;

import java.util.UUID;

/**
 * What readers from all sources did on one step.
 *
 * @param revenue in minor units of the workspace's currency, with order bumps, after refunds
 * @param refunded like the revenue
 */
record StepTotals(
        UUID funnel, UUID step, long visitors, long takers, long confirmed, long orders, long revenue, long refunded) {}
