package app.backmatter.accounts.web;

import app.backmatter.accounts.WorkspaceView;
import app.backmatter.accounts.domain.WorkspaceSettings;
import app.backmatter.pages.Typed;
import app.backmatter.shared.EmailAddress;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

record SettingsForm(
        @NotBlank @OneLine @Size(max = 120) @Nullable String name,
        @NotBlank @OneLine @Size(max = 120) @Nullable String senderName,
        @Email @Nullable String senderAddress,
        @Size(max = 500) @Nullable String postalAddress,
        @OneOf(OneOf.Kind.CURRENCY) @Nullable String currency,
        @OneOf(OneOf.Kind.TIME_ZONE) @Nullable String timeZone,
        @OneOf(OneOf.Kind.LOCALE) @Nullable String locale) {

    static SettingsForm of(WorkspaceView workspace) {
        return new SettingsForm(
                workspace.name(),
                workspace.senderName(),
                workspace.senderAddress(),
                workspace.postalAddress(),
                workspace.currency().getCurrencyCode(),
                workspace.timeZone().getId(),
                workspace.locale().toLanguageTag());
    }

    /** Of a form without errors. */
    WorkspaceSettings toSettings() {
        return new WorkspaceSettings(
                Typed.line(name),
                Typed.line(senderName),
                EmailAddress.parse(Typed.line(senderAddress)).orElseThrow(),
                Typed.text(postalAddress),
                Currency.getInstance(Typed.line(currency)),
                ZoneId.of(Typed.line(timeZone)),
                Locale.forLanguageTag(Typed.line(locale)));
    }
}
