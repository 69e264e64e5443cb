package app.backmatter.pages.web;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.webmvc.error.DefaultErrorAttributes;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.WebRequest;

/** What the error page must know beside the status: who reads it, and whether another site sent the form. */
@Component
class ErrorDetails extends DefaultErrorAttributes {
    private static final Pattern READERS =
            Pattern.compile("/(p|r|go|confirm|unsubscribe|preferences|library|download|present)/.*");

    @Override
    public Map<String, @Nullable Object> getErrorAttributes(WebRequest request, ErrorAttributeOptions options) {
        var details = super.getErrorAttributes(request, options);
        details.put("forReaders", READERS.matcher(path(details)).matches());
        details.put("crossSite", request.getAttribute(CrossSiteGuard.REFUSED, RequestAttributes.SCOPE_REQUEST) != null);
        return details;
    }

    private static String path(Map<String, @Nullable Object> details) {
        return String.valueOf(details.get("path"));
    }
}
