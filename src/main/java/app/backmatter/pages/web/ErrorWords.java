package app.backmatter.pages.web;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.validation.DefaultMessageCodesResolver;
import org.springframework.validation.MessageCodesResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Text that does not fit the field's type gets its words from the layout's bundle, as keys begin with their module. */
@Configuration(proxyBeanMethods = false)
class ErrorWords implements WebMvcConfigurer {
    @Override
    public MessageCodesResolver getMessageCodesResolver() {
        return new DefaultMessageCodesResolver() {
            @Override
            public String[] resolveMessageCodes(String code, String object, String field, @Nullable Class<?> type) {
                return super.resolveMessageCodes(
                        code.equals("typeMismatch") ? "layout.form.unreadable" : code, object, field, type);
            }
        };
    }
}
