package app.backmatter.funnels.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.context.IWebContext;
import org.thymeleaf.linkbuilder.AbstractLinkBuilder;

/** Links of pages that are rendered outside of a request: styles and scripts with their fingerprint, all else as it is. */
final class ResourceLinks extends AbstractLinkBuilder {
    private final ResourceUrlProvider resources;

    ResourceLinks(ResourceUrlProvider resources) {
        this.resources = resources;
        setOrder(0);
    }

    @Override
    public @Nullable String buildLink(
            IExpressionContext context, String base, @Nullable Map<String, Object> parameters) {
        if (context instanceof IWebContext || !base.startsWith("/")) {
            return null;
        }
        var fingerprinted = resources.getForLookupPath(base);
        return fingerprinted == null ? base : fingerprinted;
    }
}
