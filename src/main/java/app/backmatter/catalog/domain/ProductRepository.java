package app.backmatter.catalog.domain;

import app.backmatter.catalog.ProductId;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface ProductRepository extends JpaRepository<Product, ProductId> {
    List<Product> findAllByOrderByName();
}
