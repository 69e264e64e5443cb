package app.backmatter;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.Entity;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.data.repository.Repository;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;

/** The rules of the house that a compiler does not know; ModularityTests has those between modules. */
class ArchitectureTests {
    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("app.backmatter");

    @Test
    void hidesControllersAndRepositories() {
        classes()
                .that()
                .areAnnotatedWith(Controller.class)
                .or()
                .areAnnotatedWith(ControllerAdvice.class)
                .or()
                .areAnnotatedWith(org.springframework.stereotype.Repository.class)
                .or()
                .areAssignableTo(Repository.class)
                .should()
                .notBePublic()
                .check(MAIN);
    }

    @Test
    void keepsEntitiesInTheDomain() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..domain..")
                .should()
                .dependOnClassesThat()
                .areAnnotatedWith(Entity.class)
                .check(MAIN);
    }

    @Test
    void namesThingsByWhatTheyAre() {
        classes()
                .should()
                .haveNameNotMatching(".*(Impl|Entity|Dto|DTO|Utils?|Manager|Helper)")
                .check(MAIN);
    }

    @Test
    void keepsWebAwayFromTheDatabase() {
        noClasses()
                .that()
                .resideInAPackage("..web..")
                .should()
                .dependOnClassesThat(assignableTo(Repository.class)
                        .or(assignableTo(JdbcClient.class))
                        .or(assignableTo(JdbcOperations.class))
                        .or(assignableTo(jakarta.persistence.EntityManager.class)))
                .check(MAIN);
    }

    @Test
    void asksAClockForTheTime() {
        noClasses()
                .that()
                .resideInAPackage("..domain..")
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "reads the system's time",
                        call -> call.getTargetOwner().getPackageName().equals("java.time")
                                        && call.getName().equals("now")
                                        && call.getTarget().getRawParameterTypes().stream()
                                                .noneMatch(type -> type.isEquivalentTo(Clock.class))
                                || call.getTargetOwner().isEquivalentTo(System.class)
                                        && call.getName().equals("currentTimeMillis")))
                .check(MAIN);
    }

    /** Where files are kept in a folder, and no mail leaves by Amazon, none of its classes is loaded. */
    @Test
    void leavesAmazonsClientToWhatNeedsIt() {
        noClasses()
                .that()
                .haveNameNotMatching(".*\\.(S3(Bucket|Content)|SesSignature)")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("software.amazon..")
                .check(MAIN);
    }

    @Test
    void injectsThroughConstructors() {
        NO_CLASSES_SHOULD_USE_FIELD_INJECTION.check(MAIN);
    }

    @Test
    void hearsRecordsOfAModulesRootOrItsOwn() {
        methods()
                .that()
                .areAnnotatedWith(ApplicationModuleListener.class)
                .should(takeAnEvent())
                .allowEmptyShould(true)
                .check(MAIN);
    }

    @Test
    void sees() {
        assertThat(MAIN).as("an empty import would pass every rule").hasSizeGreaterThan(100);
    }

    private static ArchCondition<JavaMethod> takeAnEvent() {
        return new ArchCondition<>("take a record of a module's root package or of its own") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                var event = method.getRawParameterTypes().getFirst();
                var own = event.getEnclosingClass()
                        .filter(method.getOwner()::equals)
                        .isPresent();
                var fits = event.isRecord() && (own || isModuleRoot(event));
                events.add(new SimpleConditionEvent(method, fits, method.getFullName() + " takes " + event.getName()));
            }
        };
    }

    private static boolean isModuleRoot(JavaClass type) {
        return type.getPackageName().matches("app\\.backmatter\\.[a-z]+");
    }
}
