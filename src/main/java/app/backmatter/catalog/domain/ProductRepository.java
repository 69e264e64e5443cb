package app.backmatter.catalog.domain;

import app.backmatter.catalog.ProductId;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface ProductRepository extends JpaRepository<Product, ProductId> {
    List<Product> findAllByOrderByName();

    List<Product> findByBookIdOrderByName(UUID bookId);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select product from Product product order by product.id.value")
    List<Product> lockAll();
}
