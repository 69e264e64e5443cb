package app.backmatter;

import org.springframework.aop.config.AopConfigUtils;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;

/**
 * Tells the bean factory that no more beans will be declared, as soon as that is so. Otherwise it hears it only after the
 * web server has asked for its filters, and until then searches all beans anew for each dependency: a tenth of a start.
 * Puts {@link OwnProxies} in the place of the creator that Spring declared.
 */
@Component
class SettledBeans implements BeanFactoryPostProcessor, Ordered {
    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        var proxies = beans.getBeanDefinition(AopConfigUtils.AUTO_PROXY_CREATOR_BEAN_NAME);
        proxies.setBeanClassName(OwnProxies.class.getName());
        beans.freezeConfiguration();
    }

    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
