package app.backmatter.pages.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.backmatter.support.TestDatabase;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.support.TransactionTemplate;

class KnownFailuresTests {
    @Test
    void aDatabaseWithoutAFreeConnectionIsBusyAndNoFault() throws Exception {
        try (var pool = poolOfOne();
                var _ = pool.getConnection()) {
            var query = answer((_, _) ->
                    JdbcClient.create(pool).sql("select 1").query(Integer.class).single());
            assertThat(query.getStatus()).isEqualTo(503);
            assertThat(query.getHeader("Retry-After")).isEqualTo("5");

            var transaction = new TransactionTemplate(new JdbcTransactionManager(pool));
            var page = answer((_, _) -> {
                try {
                    transaction.executeWithoutResult(_ -> {});
                } catch (RuntimeException e) {
                    throw new ServletException("as a page's failure reaches the filters", e);
                }
            });
            assertThat(page.getStatus()).isEqualTo(503);
        }
    }

    @Test
    void whatNobodyKnowsStaysAFault() {
        assertThatThrownBy(() -> answer((_, _) -> {
                    throw new DataIntegrityViolationException("as no form should meet");
                }))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    private static MockHttpServletResponse answer(FilterChain chain) throws Exception {
        var response = new MockHttpServletResponse();
        new KnownFailures().doFilter(new MockHttpServletRequest(), response, chain);
        return response;
    }

    private static HikariDataSource poolOfOne() {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(TestDatabase.fresh());
        pool.setMaximumPoolSize(1);
        pool.setConnectionTimeout(250);
        return pool;
    }
}
