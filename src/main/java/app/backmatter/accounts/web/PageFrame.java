package app.backmatter.accounts.web;

import app.backmatter.pages.PaymentMode;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the layouts of signed-in pages show around each page. */
@ControllerAdvice
class PageFrame {
    private final ThemeCookie themes;
    private final ObjectProvider<PaymentMode> payments;

    PageFrame(ThemeCookie themes, ObjectProvider<PaymentMode> payments) {
        this.themes = themes;
        this.payments = payments;
    }

    @ModelAttribute
    void frame(HttpServletRequest request, Model model) {
        themes.read(request).ifPresent(theme -> model.addAttribute("theme", theme));
        Presence.in(request).ifPresent(presence -> {
            model.addAttribute("workspace", presence.workspace());
            model.addAttribute("role", presence.role());
            model.addAttribute("isAdmin", request.isUserInRole("ADMIN"));
            model.addAttribute("sandboxPayments", isSandbox());
            model.addAttribute("testPayments", isTest());
        });
    }

    private boolean isSandbox() {
        var mode = payments.getIfAvailable();
        return mode == null || mode.isSandbox();
    }

    private boolean isTest() {
        var mode = payments.getIfAvailable();
        return mode != null && mode.isTest();
    }
}
