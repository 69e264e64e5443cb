package app.backmatter.catalog.web;

import java.util.List;

/**
 * An edition of the book that a product belongs to.
 *
 * @param format E-book
 * @param name E-book of The Quiet Harbour
 * @param delivered whether the product's buyers get its files
 */
record EditionRow(String id, String format, String name, boolean delivered, List<FileRow> files) {}
