package app.backmatter;

import org.springframework.boot.SpringApplication;
import org.springframework.context.aot.AotApplicationContextInitializer;

/** Starts as the image does, with beans that were worked out before; here there are none. */
final class ImageStart {
    private ImageStart() {}

    public static void main(String[] arguments) {
        System.setProperty("spring.aot.enabled", "true");
        var application = new SpringApplication(Backmatter.class);
        application.addInitializers(AotApplicationContextInitializer.forInitializerClasses());
        application.run(arguments);
    }
}
