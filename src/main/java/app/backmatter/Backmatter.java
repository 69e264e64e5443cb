package app.backmatter;

import java.time.Clock;
import org.springframework.aot.AotDetector;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.modulith.Modulithic;

@SpringBootApplication
@ConfigurationPropertiesScan
@Modulithic(systemName = "Backmatter", sharedModules = "shared")
public class Backmatter {
    public static void main(String[] args) {
        var application = new SpringApplication(Backmatter.class);
        application.setApplicationContextFactory(type -> context());
        application.run(args);
    }

    private static ConfigurableApplicationContext context() {
        var beans = new TypedBeanFactory();
        return AotDetector.useGeneratedArtifacts()
                ? new ServletWebServerApplicationContext(beans)
                : new AnnotationConfigServletWebServerApplicationContext(beans);
    }

    /** The one source of the time, so that tests can move it. */
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
