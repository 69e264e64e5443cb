package app.backmatter.mail.content;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.templateresolver.ITemplateResolver;

/** Lets Thymeleaf write MJML: templates whose name ends in .mjml. */
@Configuration(proxyBeanMethods = false)
class MjmlTemplates {
    @Bean
    ITemplateResolver mjmlTemplateResolver() {
        var resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("templates/");
        resolver.setResolvablePatterns(Set.of("*.mjml"));
        // as XML, letters beyond ASCII would be written as numbers, and those that mark places dropped
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCharacterEncoding("UTF-8");
        resolver.setOrder(0);
        return resolver;
    }
}
