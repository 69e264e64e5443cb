package app.backmatter.audience.domain;

import app.backmatter.audience.SignUp;
import app.backmatter.audience.SignedUp;
import app.backmatter.shared.EmailAddress;
import app.backmatter.shared.WorkspaceId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The hot path: many sign-ups at once, written by one statement. */
@Service
public class RecordSignUps {
    /** Every batch locks its contacts in this order, so that two can't wait for each other. */
    private static final Comparator<Person> LOCK_ORDER = Comparator.<Person, UUID>comparing(
                    person -> person.workspace().value())
            .thenComparing(person -> person.email().value());

    private final SignUpStatement statement;

    RecordSignUps(SignUpStatement statement) {
        this.statement = statement;
    }

    record Person(WorkspaceId workspace, EmailAddress email) {
        static Person of(SignUp signUp) {
            return new Person(signUp.workspace(), signUp.email());
        }
    }

    @Transactional
    public List<SignedUp> record(List<SignUp> signUps) {
        var answers = new HashMap<Person, SignedUp>();
        for (var round : rounds(signUps)) {
            answers.putAll(statement.run(round));
        }
        return signUps.stream().map(signUp -> answers.get(Person.of(signUp))).toList();
    }

    /**
     * A statement can change a row once. Equal sign-ups of one person are one; different ones, such as two funnels'
     * within the same instant, go one after the other, so that nearly always there is one round.
     */
    private static List<Collection<SignUp>> rounds(List<SignUp> signUps) {
        var rounds = new ArrayList<Map<Person, SignUp>>();
        for (var signUp : signUps) {
            if (rounds.stream().noneMatch(round -> says(round.get(Person.of(signUp)), signUp))) {
                roundWithout(Person.of(signUp), rounds).put(Person.of(signUp), signUp);
            }
        }
        return rounds.stream().map(RecordSignUps::inLockOrder).toList();
    }

    private static boolean says(@Nullable SignUp earlier, SignUp signUp) {
        return earlier != null
                && earlier.consentText().equals(signUp.consentText())
                && earlier.origin().equals(signUp.origin());
    }

    private static Map<Person, SignUp> roundWithout(Person person, List<Map<Person, SignUp>> rounds) {
        for (var round : rounds) {
            if (!round.containsKey(person)) {
                return round;
            }
        }
        rounds.add(new HashMap<>());
        return rounds.getLast();
    }

    private static Collection<SignUp> inLockOrder(Map<Person, SignUp> round) {
        return round.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(LOCK_ORDER))
                .map(Map.Entry::getValue)
                .toList();
    }
}
