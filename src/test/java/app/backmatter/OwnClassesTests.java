package app.backmatter;

import static org.assertj.core.api.Assertions.assertThat;

import app.backmatter.support.BackmatterTest;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.scheduling.annotation.Async;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

@BackmatterTest
class OwnClassesTests {
    @Autowired
    ApplicationContext context;

    @Test
    void nothingElseAsksForATransactionOrToRunAside() {
        assertThat(beans().filter(type -> !OwnClasses.contain(type)).filter(OwnClassesTests::asks))
                .isEmpty();
    }

    @Test
    void ourOwnClassesThatAskGetIt() {
        var asking = beans().filter(OwnClasses::contain).filter(OwnClassesTests::asks);
        assertThat(asking)
                .isNotEmpty()
                .allSatisfy(type ->
                        assertThat(context.getBeansOfType(type).values()).allMatch(AopUtils::isAopProxy));
    }

    @Test
    void noneOfOursIsAnEndpointWhichWouldNotBeFound() {
        assertThat(beans().filter(OwnClasses::contain))
                .noneMatch(type -> AnnotatedElementUtils.hasAnnotation(type, Endpoint.class));
    }

    /** Repositories are proxies that bring transactions of their own. */
    private Stream<Class<?>> beans() {
        return Arrays.stream(context.getBeanDefinitionNames())
                .<Class<?>>map(name -> ClassUtils.getUserClass(context.getBean(name)))
                .filter(type -> !Proxy.isProxyClass(type))
                .distinct();
    }

    private static boolean asks(Class<?> type) {
        return Stream.concat(Stream.of(type), Arrays.stream(ReflectionUtils.getAllDeclaredMethods(type)))
                .anyMatch(place -> AnnotatedElementUtils.hasAnnotation(place, Transactional.class)
                        || AnnotatedElementUtils.hasAnnotation(place, Async.class));
    }
}
