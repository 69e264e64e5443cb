package app.backmatter.storage.domain;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where this installation keeps its files. */
@Configuration(proxyBeanMethods = false)
class ContentsChoice {
    @Bean
    Contents contents(@Value("${backmatter.data}") String data) {
        return new Folder(Incoming.root(data));
    }
}
