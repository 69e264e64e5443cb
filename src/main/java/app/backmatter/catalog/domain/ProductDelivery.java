package app.backmatter.catalog.domain;

import static java.util.stream.Collectors.toMap;

import app.backmatter.catalog.DeliveryTerms;
import app.backmatter.catalog.ProductId;
import app.backmatter.pages.NotFound;
import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How often and how long readers may download what they have. */
@Service
@Transactional
public class ProductDelivery {
    private final ProductRepository products;

    ProductDelivery(ProductRepository products) {
        this.products = products;
    }

    @Transactional(readOnly = true)
    public Map<ProductId, DeliveryTerms> terms(Collection<ProductId> ids) {
        return products.findAllById(ids).stream().collect(toMap(Product::id, Product::delivery));
    }

    /**
     * From now on; links that are out already stay good as long as they were.
     *
     * @throws NotFound when the workspace has no such product
     */
    public void change(ProductId id, DeliveryTerms terms) {
        var product = products.findById(id).orElseThrow(NotFound::new);
        product.deliver(terms);
        products.save(product);
    }
}
