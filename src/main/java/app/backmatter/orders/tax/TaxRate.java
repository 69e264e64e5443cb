package app.backmatter.orders.tax;

import app.backmatter.shared.Percent;

/**
 * What one country takes.
 *
 * @param country two letters
 * @param name as a receipt calls it, such as {@code VAT}
 */
public record TaxRate(String country, Percent percent, String name) {}
