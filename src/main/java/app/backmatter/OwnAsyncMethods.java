package app.backmatter;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.scheduling.annotation.AbstractAsyncConfiguration;
import org.springframework.scheduling.annotation.AsyncAnnotationBeanPostProcessor;
import org.springframework.scheduling.config.TaskManagementConfigUtils;

/** What {@code @EnableAsync} declares, kept to {@link OwnClasses}: a sixteenth of a start. */
@Configuration(proxyBeanMethods = false)
@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
class OwnAsyncMethods extends AbstractAsyncConfiguration {
    @Bean(TaskManagementConfigUtils.ASYNC_ANNOTATION_PROCESSOR_BEAN_NAME)
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    AsyncAnnotationBeanPostProcessor processor() {
        var processor = new Processor();
        processor.configure(executor, exceptionHandler);
        processor.setProxyTargetClass(true);
        return processor;
    }

    static class Processor extends AsyncAnnotationBeanPostProcessor {
        @Override
        protected boolean isEligible(Class<?> type) {
            return OwnClasses.contain(type) && super.isEligible(type);
        }
    }
}
