package app.backmatter.accounts.domain;

import static org.assertj.core.api.Assertions.assertThat;

import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

@BackmatterTest
class WorkspaceDirectoryTests {
    @Autowired
    AccountFixtures fixtures;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource database;

    @Test
    void doesNotRememberWhatWasReadBeforeAChange() throws Exception {
        var workspace = fixtures.workspace();
        var directory = new ArrayList<WorkspaceDirectory>();
        var changes = new ArrayList<Thread>();
        Runnable change = () -> {
            var old = new WorkspaceDirectory(jdbc).find(workspace.id()).orElseThrow();
            jdbc.sql("update workspaces set name = 'Renamed' where id = ?")
                    .param(workspace.id().value())
                    .update();
            changes.add(Thread.startVirtualThread(() -> directory.getFirst().forget(old)));
            join(changes.getFirst(), Duration.ofMillis(300));
        };
        directory.add(new WorkspaceDirectory(JdbcClient.create(new AfterFirstRead(database, change))));

        directory.getFirst().find(workspace.id());
        changes.getFirst().join();
        assertThat(directory.getFirst().find(workspace.id()).orElseThrow().name())
                .isEqualTo("Renamed");
    }

    private static void join(Thread thread, Duration atMost) {
        try {
            thread.join(atMost);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Something happens between the first answer of the database and whoever asked. */
    private static final class AfterFirstRead extends DelegatingDataSource {
        private final List<Runnable> once;

        AfterFirstRead(DataSource database, Runnable happening) {
            super(database);
            this.once = new ArrayList<>(List.of(happening));
        }

        @Override
        public Connection getConnection() throws SQLException {
            var real = super.getConnection();
            return (Connection) Proxy.newProxyInstance(
                    Connection.class.getClassLoader(),
                    new Class<?>[] {Connection.class},
                    (proxy, method, arguments) -> {
                        var answer = method.invoke(real, arguments);
                        if (method.getName().equals("close") && !once.isEmpty()) {
                            once.removeFirst().run();
                        }
                        return answer;
                    });
        }
    }
}
