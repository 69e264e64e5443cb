package app.backmatter.storage.domain;

import org.springframework.core.io.Resource;

public record PublicPicture(String contentType, Resource content) {}
