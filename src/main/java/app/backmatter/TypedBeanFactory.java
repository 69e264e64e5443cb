package app.backmatter;

import java.lang.annotation.Annotation;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.FactoryBean;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.core.ResolvableType;

/**
 * Spring's bean factory, which looks at a bean's class before anything else of it when it is asked for beans of a type.
 * Each dependency of each bean asks every bean, some hundred thousand times in a start, and nearly all answers are no.
 */
class TypedBeanFactory extends DefaultListableBeanFactory {
    private final Map<String, Class<?>> classes = new ConcurrentHashMap<>();

    @Override
    protected boolean isTypeMatch(String name, ResolvableType type, boolean allowFactoryBeanInit) {
        var wanted = type.resolve();
        var own = wanted == null ? null : classOf(name);
        if (wanted == null || own == null || wanted.isAssignableFrom(own)) {
            return super.isTypeMatch(name, type, allowFactoryBeanInit);
        }
        return false;
    }

    /** None of ours is an endpoint, which a start searches all beans for. */
    @Override
    public <A extends Annotation> @Nullable A findAnnotationOnBean(String name, Class<A> type) {
        var own = type == Endpoint.class ? classOf(name) : null;
        return own != null && OwnClasses.contain(own) ? null : super.findAnnotationOnBean(name, type);
    }

    /** The class of the bean as it is, or will be, or null where only Spring can tell, as for factories of beans. */
    private @Nullable Class<?> classOf(String name) {
        var made = getSingleton(name, false);
        var own = made == null ? classes.get(name) : made.getClass();
        if (own == null && isConfigurationFrozen() && containsBeanDefinition(name)) {
            own = predictBeanType(name, getMergedLocalBeanDefinition(name));
            if (own != null) {
                classes.put(name, own);
            }
        }
        return own == null || FactoryBean.class.isAssignableFrom(own) ? null : own;
    }
}
