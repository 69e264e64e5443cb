package app.backmatter.catalog.domain;

import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface PriceRepository extends JpaRepository<Price, PriceId> {
    Optional<Price> findByProductIdAndCurrencyAndUntilIsNull(UUID productId, Currency currency);

    List<Price> findByProductIdInAndUntilIsNullOrderBySince(Collection<UUID> productIds);

    List<Price> findByProductIdOrderBySinceDesc(UUID productId);

    void deleteByProductId(UUID productId);
}
