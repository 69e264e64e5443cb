package app.backmatter.reports.domain;

import app.backmatter.shared.Money;

/** Seven days in three figures. */
public record Week(long signUps, long orders, Money revenue) {}
