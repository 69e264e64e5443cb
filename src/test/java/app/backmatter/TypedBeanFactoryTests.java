package app.backmatter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.FactoryBean;
import org.springframework.beans.factory.support.BeanDefinitionBuilder;
import org.springframework.core.ResolvableType;

class TypedBeanFactoryTests {
    private final TypedBeanFactory beans = new TypedBeanFactory();

    @BeforeEach
    void declare() {
        declare("word", String.class, () -> "a word");
        declare("letters", CharSequence.class, () -> "letters");
        declare("factory", Ten.class, Ten::new);
        beans.registerSingleton("list", List.of(1));
        beans.freezeConfiguration();
    }

    private <T> void declare(String name, Class<T> type, Supplier<T> made) {
        beans.registerBeanDefinition(
                name, BeanDefinitionBuilder.rootBeanDefinition(type, made).getBeanDefinition());
    }

    @Test
    void findsBeansByTheirClassAndWhatItIs() {
        assertThat(beans.getBeanNamesForType(String.class)).containsExactly("word");
        assertThat(beans.getBeanNamesForType(CharSequence.class)).containsExactly("word", "letters");
        assertThat(beans.getBeanNamesForType(List.class)).containsExactly("list");
        assertThat(beans.getBeanNamesForType(Long.class)).isEmpty();
    }

    @Test
    void findsWhatAFactoryMakes() {
        assertThat(beans.getBeanNamesForType(Integer.class)).containsExactly("factory");
        assertThat(beans.getBeanNamesForType(Ten.class)).containsExactly("&factory");
    }

    @Test
    void findsABeanByTheClassThatItTurnedOutToHave() {
        assertThat(beans.isTypeMatch("letters", String.class)).isFalse();
        beans.getBean("letters");
        assertThat(beans.isTypeMatch("letters", String.class)).isTrue();
    }

    @Test
    void leavesWhatATypeIsMadeOfToSpring() {
        assertThat(beans.getBeanNamesForType(ResolvableType.forClassWithGenerics(Comparable.class, String.class)))
                .contains("word");
        assertThat(beans.getBeanNamesForType(ResolvableType.forClassWithGenerics(Comparable.class, Integer.class)))
                .containsExactly("factory");
    }

    static class Ten implements FactoryBean<Integer> {
        @Override
        public Integer getObject() {
            return 10;
        }

        @Override
        public Class<?> getObjectType() {
            return Integer.class;
        }
    }
}
