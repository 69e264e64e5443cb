package app.backmatter.storage.domain;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Where this installation keeps its files. */
@Configuration(proxyBeanMethods = false)
class ContentsChoice {
    /** Of the S3 client nothing is loaded while a folder is enough. */
    @Bean
    Contents contents(@Value("${backmatter.data}") String data, Environment environment) {
        var s3 = S3Settings.of(environment);
        return s3.isPresent() ? S3Bucket.open(s3.get()) : new Folder(Incoming.root(data));
    }
}
