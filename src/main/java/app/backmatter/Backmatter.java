package app.backmatter;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.modulith.Modulithic;
import org.springframework.scheduling.annotation.EnableAsync;

@SpringBootApplication
@ConfigurationPropertiesScan
@EnableAsync
@Modulithic(systemName = "Backmatter", sharedModules = "shared")
public class Backmatter {
    public static void main(String[] args) {
        SpringApplication.run(Backmatter.class, args);
    }

    /** The one source of the time, so that tests can move it. */
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
