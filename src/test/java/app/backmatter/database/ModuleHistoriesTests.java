package app.backmatter.database;

import static org.assertj.core.api.Assertions.assertThat;

import app.backmatter.support.BackmatterTest;
import app.backmatter.support.TestDatabase;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

@BackmatterTest
class ModuleHistoriesTests {
    private static final List<String> MODULES = List.of("__root", "accounts");

    @Autowired
    DataSource database;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    private ModuleHistories histories;

    @BeforeEach
    void look() {
        histories = new ModuleHistories(database);
    }

    @Test
    void aDatabaseThatRanAllScriptsNeedsNoMigration() {
        assertThat(histories.isComplete(MODULES)).isTrue();
    }

    @Test
    void anEmptyDatabaseNeedsOne() {
        var empty = new ModuleHistories(new DriverManagerDataSource(TestDatabase.fresh()));
        assertThat(empty.isComplete(MODULES)).isFalse();
    }

    @Test
    void aScriptThatNeverRanNeedsOne() {
        assertThat(after("delete from flyway_history_accounts where version = '1'"))
                .isFalse();
    }

    @Test
    void aScriptThatFailedNeedsOne() {
        assertThat(after("update flyway_history_accounts set success = false where version = '1'"))
                .isFalse();
    }

    @Test
    void aScriptOfANewerVersionIsFlywaysToJudge() {
        assertThat(after("update flyway_history_accounts set script = 'V99__of_tomorrow.sql' where version = '1'"))
                .isFalse();
    }

    private boolean after(String change) {
        return Boolean.TRUE.equals(transactions.execute(status -> {
            status.setRollbackOnly();
            assertThat(jdbc.sql(change).update()).isOne();
            return histories.isComplete(MODULES);
        }));
    }
}
