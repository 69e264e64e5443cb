package app.backmatter.catalog.domain;

import app.backmatter.catalog.ProductId;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface ProductRepository extends JpaRepository<Product, ProductId> {
    List<Product> findAllByOrderByName();

    List<Product> findByBookIdOrderByName(UUID bookId);
}
