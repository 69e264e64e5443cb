package app.backmatter.links.domain;

import app.backmatter.links.LinkId;
import org.springframework.data.jpa.repository.JpaRepository;

interface ShortLinkRepository extends JpaRepository<ShortLink, LinkId> {}
