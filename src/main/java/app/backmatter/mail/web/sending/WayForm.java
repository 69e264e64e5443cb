package app.backmatter.mail.web.sending;

import app.backmatter.mail.dkim.DomainName;
import app.backmatter.mail.way.Detail;
import app.backmatter.mail.way.OwnWay;
import app.backmatter.mail.way.WayKind;
import app.backmatter.pages.Typed;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * A way of the workspace's own, as it was typed. Secrets that are saved are not shown again: their fields are empty, and left
 * empty they stay.
 */
record WayForm(
        @Nullable String kind,
        @Nullable String host,
        @Nullable String port,
        @Nullable String security,
        @Nullable String user,
        @Nullable String region,
        @Nullable String accessKey,
        @Nullable String configurationSet,
        @Nullable String listStream,
        @Nullable String serviceStream,
        @Nullable String domain,
        @Nullable String place,
        @Nullable String secret,
        @Nullable String callKey,
        @Nullable Boolean anyway) {

    private static final Set<String> SECURITIES = Set.of("STARTTLS", "TLS", "NONE");
    private static final Set<String> PLACES = Set.of("US", "EU");

    /** @param present of that kind, if it is the one in use */
    static WayForm of(WayKind kind, Optional<OwnWay> present) {
        return new WayForm(
                kind.name(),
                detail(present, Detail.HOST, ""),
                detail(present, Detail.PORT, "587"),
                detail(present, Detail.SECURITY, "STARTTLS"),
                detail(present, Detail.USER, ""),
                detail(present, Detail.REGION, "us-east-1"),
                detail(present, Detail.ACCESS_KEY, ""),
                detail(present, Detail.CONFIGURATION_SET, ""),
                detail(present, Detail.LIST_STREAM, "broadcast"),
                detail(present, Detail.SERVICE_STREAM, "outbound"),
                detail(present, Detail.DOMAIN, ""),
                detail(present, Detail.PLACE, "US"),
                "",
                "",
                false);
    }

    /** Its owner knows that it could not be opened. */
    boolean insists() {
        return Boolean.TRUE.equals(anyway);
    }

    Optional<WayKind> way() {
        return kindOf(kind);
    }

    static Optional<WayKind> kindOf(@Nullable String name) {
        try {
            return Optional.of(WayKind.valueOf(Typed.line(name)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    void check(WayKind kind, Optional<OwnWay> present, Errors errors) {
        switch (kind) {
            case SMTP -> checkServer(errors);
            case SES -> {
                check("region", region, "[a-z]{2}(-[a-z]+){1,3}-\\d{1,2}", errors);
                check("accessKey", accessKey, "[A-Z0-9]{16,128}", errors);
                check("configurationSet", configurationSet, "[A-Za-z0-9_-]{0,64}", errors);
            }
            case POSTMARK -> {
                check("listStream", listStream, "[a-z0-9_-]{1,60}", errors);
                check("serviceStream", serviceStream, "[a-z0-9_-]{1,60}", errors);
            }
            case MAILGUN -> {
                if (DomainName.parse(Typed.line(domain)).isEmpty()) {
                    errors.rejectValue("domain", "mail.error.domain");
                }
                if (!PLACES.contains(Typed.line(place))) {
                    errors.rejectValue("place", "mail.error.way.choice");
                }
            }
        }
        boolean needed = kind != WayKind.SMTP || !Typed.line(user).isEmpty();
        if (needed && secret(present).isEmpty()) {
            errors.rejectValue("secret", "mail.error.way.secret");
        }
        if (Typed.line(secret).length() > 500 || Typed.line(callKey).length() > 500) {
            errors.rejectValue("secret", "mail.error.way.long");
        }
    }

    /** Of a form without errors. */
    Map<Detail, String> details(WayKind kind) {
        var details = new EnumMap<Detail, String>(Detail.class);
        switch (kind) {
            case SMTP -> {
                details.put(Detail.HOST, Typed.line(host));
                details.put(Detail.PORT, Typed.line(port));
                details.put(Detail.SECURITY, Typed.line(security));
                details.put(Detail.USER, Typed.line(user));
            }
            case SES -> {
                details.put(Detail.REGION, Typed.line(region));
                details.put(Detail.ACCESS_KEY, Typed.line(accessKey));
                details.put(Detail.CONFIGURATION_SET, Typed.line(configurationSet));
            }
            case POSTMARK -> {
                details.put(Detail.LIST_STREAM, Typed.line(listStream));
                details.put(Detail.SERVICE_STREAM, Typed.line(serviceStream));
            }
            case MAILGUN -> {
                details.put(Detail.DOMAIN, DomainName.parse(Typed.line(domain)).orElseThrow());
                details.put(Detail.PLACE, Typed.line(place));
            }
        }
        return details;
    }

    /** A password that was given to one server is not sent to another. */
    String secret(Optional<OwnWay> present) {
        return Typed.line(secret).isEmpty()
                ? present.filter(way -> way.kind() != WayKind.SMTP
                                || way.detail(Detail.HOST).equals(Typed.line(host)))
                        .map(OwnWay::secret)
                        .orElse("")
                : Typed.line(secret);
    }

    String callKey(Optional<OwnWay> present) {
        return Typed.line(callKey).isEmpty() ? present.map(OwnWay::callKey).orElse("") : Typed.line(callKey);
    }

    @Override
    public String toString() {
        return "WayForm";
    }

    private void checkServer(Errors errors) {
        check("host", host, "[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?", errors);
        if (!Typed.line(port).matches("[1-9]\\d{0,4}") || Integer.parseInt(Typed.line(port)) > 65_535) {
            errors.rejectValue("port", "mail.error.way.port");
        }
        if (!SECURITIES.contains(Typed.line(security))) {
            errors.rejectValue("security", "mail.error.way.choice");
        } else if (Typed.line(security).equals("NONE") && !Typed.line(user).isEmpty()) {
            errors.rejectValue("security", "mail.error.way.open");
        }
        check("user", user, ".{0,320}", errors);
    }

    private static void check(String field, @Nullable String typed, String shape, Errors errors) {
        if (!Typed.line(typed).matches(shape)) {
            errors.rejectValue(field, "mail.error.way." + field);
        }
    }

    private static String detail(Optional<OwnWay> present, Detail detail, String otherwise) {
        return present.map(way -> way.detail(detail)).orElse(otherwise);
    }
}
