package app.backmatter.orders.domain;

import app.backmatter.catalog.DeliveryTerms;
import app.backmatter.catalog.ProductId;
import app.backmatter.catalog.ProductView;
import app.backmatter.storage.FileId;
import app.backmatter.storage.StoredFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BinaryOperator;

/**
 * By which of a reader's products each file is handed out. Several may deliver one edition: its files are theirs once, by
 * the product whose author's terms are the most generous.
 */
record Handouts(Map<FileId, Handout> byFile) {
    /** @param terms of that product */
    record Handout(ProductId product, StoredFile file, DeliveryTerms terms) {
        Parcels.Key key() {
            return new Parcels.Key(product, file.id());
        }
    }

    static Handouts of(List<ProductView> products, Map<ProductId, DeliveryTerms> terms) {
        var byFile = new LinkedHashMap<FileId, Handout>();
        for (var product : products) {
            var ofProduct = terms.getOrDefault(product.id(), DeliveryTerms.USUAL);
            for (var file : product.files()) {
                byFile.merge(file.id(), new Handout(product.id(), file, ofProduct), MORE_GENEROUS);
            }
        }
        return new Handouts(byFile);
    }

    private static final BinaryOperator<Handout> MORE_GENEROUS =
            (one, other) -> DeliveryTerms.BY_GENEROSITY.compare(other.terms, one.terms) > 0 ? other : one;

    Handout of(StoredFile file) {
        return Objects.requireNonNull(byFile.get(file.id()));
    }

    /** Of all files of these products. */
    List<Parcels.Key> keys(List<ProductView> products) {
        return products.stream()
                .flatMap(product -> product.files().stream())
                .map(file -> of(file).key())
                .distinct()
                .toList();
    }
}
