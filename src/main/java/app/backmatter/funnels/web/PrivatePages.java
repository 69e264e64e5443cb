package app.backmatter.funnels.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.WebContentInterceptor;

/** A reader's private pages are kept by nobody: Back asks anew and shows where the reader is now. */
@Configuration(proxyBeanMethods = false)
class PrivatePages implements WebMvcConfigurer {
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        var fresh = new WebContentInterceptor();
        fresh.setCacheControl(CacheControl.noStore());
        registry.addInterceptor(fresh).addPathPatterns("/r/**", "/confirm/**");
    }
}
