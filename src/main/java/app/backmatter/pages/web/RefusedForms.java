package app.backmatter.pages.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.validation.BindingResult;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** A form that comes back with errors beside its fields answers 422, unless its controller says something else. */
@Configuration(proxyBeanMethods = false)
class RefusedForms implements WebMvcConfigurer, HandlerInterceptor {
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        if (page != null
                && page.getStatus() == null
                && response.getStatus() == HttpStatus.OK.value()
                && HttpMethod.POST.matches(request.getMethod())
                && page.getModel().values().stream().anyMatch(RefusedForms::hasErrors)) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
    }

    private static boolean hasErrors(@Nullable Object attribute) {
        return attribute instanceof BindingResult result && result.hasErrors();
    }
}
