package app.backmatter.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What Flyway noted in all modules' histories, read at once: a start with nothing to migrate need not start Flyway. */
final class ModuleHistories {
    private static final String SCRIPTS = "classpath:db/migration/*/*.sql";

    private final JdbcClient jdbc;

    ModuleHistories(DataSource database) {
        this.jdbc = JdbcClient.create(database);
    }

    /** The table of a module's history. */
    static String table(String module) {
        return "flyway_history_" + module.replace("__", "");
    }

    /** Whether each script of these modules ran, and no other. */
    boolean isComplete(List<String> modules) {
        return exist(modules) && ran(modules).equals(scripts(modules));
    }

    private boolean exist(Collection<String> modules) {
        return jdbc.sql("select count(*) from pg_tables where schemaname = current_schema() and tablename in (:tables)")
                        .param(
                                "tables",
                                modules.stream().map(ModuleHistories::table).toList())
                        .query(Integer.class)
                        .single()
                == modules.size();
    }

    private Set<String> ran(Collection<String> modules) {
        var histories = modules.stream()
                .map(module -> "select '%s/' || script from %s where success and type = 'SQL'"
                        .formatted(module, table(module)))
                .collect(Collectors.joining(" union all "));
        return new HashSet<>(jdbc.sql(histories).query(String.class).list());
    }

    private static Set<String> scripts(Collection<String> modules) {
        try {
            return List.of(new PathMatchingResourcePatternResolver().getResources(SCRIPTS)).stream()
                    .map(ModuleHistories::name)
                    .filter(name -> modules.contains(name.substring(0, name.indexOf('/'))))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Resource script) {
        try {
            var parts = script.getURL().getPath().split("/");
            return parts[parts.length - 2] + "/" + parts[parts.length - 1];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
