package app.backmatter.catalog;

import app.backmatter.storage.FileId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Products of the workspace in scope, with their present prices and files. */
@Service
public class Catalog {
    public List<ProductView> all() {
        throw new UnsupportedOperationException();
    }

    public Optional<ProductView> find(ProductId id) {
        throw new UnsupportedOperationException();
    }

    public Map<ProductId, ProductView> findAll(Collection<ProductId> ids) {
        throw new UnsupportedOperationException();
    }

    public ProductId add(NewProduct product) {
        throw new UnsupportedOperationException();
    }

    public void addFile(ProductId product, FileId file) {
        throw new UnsupportedOperationException();
    }
}
