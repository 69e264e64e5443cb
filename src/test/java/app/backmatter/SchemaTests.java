package app.backmatter;

import static org.assertj.core.api.Assertions.assertThat;

import app.backmatter.support.BackmatterTest;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Holds the tables to tenancy by construction: no row can point into another workspace. */
@BackmatterTest
class SchemaTests {
    /** What belongs to the installation: each name is a decision. */
    private static final Set<String> INSTALLATION = Set.of(
            "accounts",
            "account_messages",
            "event_publication",
            "password_resets",
            "request_limits",
            "sandbox_charges",
            "sandbox_refunds",
            "scheduled_tasks",
            "spring_session",
            "spring_session_attributes",
            "stripe_events",
            "stripe_tellings",
            "track_batches",
            "visitor_salts",
            "workspaces");

    @Autowired
    JdbcClient jdbc;

    @Test
    void everyTenantTableCarriesTheWorkspaceInItsKey() {
        assertThat(tenantTables())
                .isNotEmpty()
                .allSatisfy(table -> assertThat(primaryKey(table))
                        .as("primary key of %s", table)
                        .contains("workspace_id"));
    }

    @Test
    void everyForeignKeyBetweenTenantTablesCarriesTheWorkspace() {
        var loose = jdbc.sql("""
            select c.conrelid::regclass || '.' || c.conname
            from pg_constraint c
            where c.contype = 'f' and c.connamespace = 'public'::regnamespace
              and c.conrelid::regclass::text in (:tenant) and c.confrelid::regclass::text in (:tenant)
              and not exists (
                select 1 from unnest(c.conkey, c.confkey) as k(here, there)
                join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.here
                join pg_attribute b on b.attrelid = c.confrelid and b.attnum = k.there
                where a.attname = 'workspace_id' and b.attname = 'workspace_id')
            """)
                .param("tenant", tenantTables())
                .query(String.class)
                .list();
        assertThat(loose).isEmpty();
    }

    @Test
    void noTenantTableLeavesItsWorkspaceOpen() {
        var open = jdbc.sql("""
            select table_name from information_schema.columns
            where table_schema = 'public' and column_name = 'workspace_id' and is_nullable = 'YES'
              and table_name in (:tenant)
            """)
                .param("tenant", tenantTables())
                .query(String.class)
                .list();
        assertThat(open).isEmpty();
    }

    private List<String> tenantTables() {
        return jdbc.sql("""
            select table_name from information_schema.tables
            where table_schema = 'public' and table_type = 'BASE TABLE'
              and table_name not like 'flyway_history_%'
            order by 1
            """).query(String.class).list().stream()
                .filter(table -> !INSTALLATION.contains(table))
                .toList();
    }

    private List<String> primaryKey(String table) {
        return jdbc.sql("""
            select a.attname from pg_constraint c
            join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey)
            where c.contype = 'p' and c.conrelid = cast(:table as regclass)
            """).param("table", table).query(String.class).list();
    }
}
