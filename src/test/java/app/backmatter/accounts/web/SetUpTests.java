package app.backmatter.accounts.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.backmatter.Backmatter;
import app.backmatter.support.Browser;
import app.backmatter.support.TestDatabase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A first run needs an installation of its own; one start serves the whole story. */
class SetUpTests {
    private static final Map<String, String> FIELDS = Map.of(
            "name", "Ada Quill",
            "email", "Ada@Example.org",
            "password", "correct horse battery",
            "workspaceName", "Ada Quill Books",
            "currency", "EUR",
            "timeZone", "Europe/Berlin",
            "withExample", "false");

    @Test
    void makesTheFirstAccountOnceAndForAll() throws Exception {
        try (var application = start()) {
            int port = Integer.parseInt(application.getEnvironment().getRequiredProperty("local.server.port"));

            assertThat(Browser.on(port).get("/").location()).isEqualTo("/set-up");
            assertThat(Browser.on(port).get("/p/any/page").location()).isEqualTo("/set-up");
            assertThat(Browser.on(port).get("/css/workspace.css").status()).isEqualTo(200);
            assertThat(Browser.on(port).get("/set-up").body()).contains("Welcome to Backmatter");
            refusesBadAnswersAndKeepsTheGoodOnes(port);

            var answers = atOnce(
                    () -> Browser.on(port).post("/set-up", fields("email", "one@example.org")),
                    () -> Browser.on(port).post("/set-up", fields("email", "two@example.org")));
            assertThat(answers).allMatch(browser -> browser.status() == 302);
            assertThat(count(application, "accounts")).isEqualTo(1);
            assertThat(count(application, "workspaces")).isEqualTo(1);
            assertThat(count(application, "accounts where is_admin")).isEqualTo(1);
            assertThat(answers.stream()
                            .filter(browser -> browser.get("/").location().equals("/w/ada-quill-books")))
                    .as("the one who made it is signed in")
                    .hasSize(1);

            assertThat(Browser.on(port).get("/set-up").location()).isEqualTo("/");
            assertThat(Browser.on(port).post("/set-up", FIELDS).location()).isEqualTo("/");
            assertThat(count(application, "accounts")).isEqualTo(1);
        }
    }

    private static void refusesBadAnswersAndKeepsTheGoodOnes(int port) {
        var short11 = Browser.on(port).post("/set-up", fields("password", "elevenchars"));
        assertThat(short11.status()).isEqualTo(422);
        assertThat(short11.body())
                .contains("12 characters")
                .contains("Ada Quill Books")
                .doesNotContain("elevenchars");
        assertThat(Browser.on(port)
                        .post("/set-up", fields("password", "ä".repeat(37)))
                        .status())
                .isEqualTo(422);
        assertThat(Browser.on(port).post("/set-up", fields("currency", "XXX")).status())
                .isEqualTo(422);
        assertThat(Browser.on(port)
                        .post("/set-up", fields("timeZone", "Mars/Olympus"))
                        .status())
                .isEqualTo(422);
        assertThat(Browser.on(port)
                        .post("/set-up", fields("email", "not an address"))
                        .status())
                .isEqualTo(422);
        assertThat(Browser.on(port)
                        .post("/set-up", fields("withExample", "perhaps"))
                        .status())
                .isEqualTo(422);
        assertThat(Browser.on(port).post("/set-up", Map.of()).status()).isEqualTo(422);
    }

    private static ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(Backmatter.class)
                .run(
                        "--spring.datasource.url=" + TestDatabase.fresh(),
                        "--server.port=0",
                        "--backmatter.data=target/set-up-data",
                        "--logging.level.root=warn");
    }

    private static List<Browser> atOnce(Callable<Browser> one, Callable<Browser> other) throws Exception {
        try (var threads = Executors.newFixedThreadPool(2)) {
            var answers = threads.invokeAll(List.of(one, other));
            return List.of(answers.get(0).get(), answers.get(1).get());
        }
    }

    private static long count(ConfigurableApplicationContext application, String from) {
        return application
                .getBean(JdbcClient.class)
                .sql("select count(*) from " + from)
                .query(Long.class)
                .single();
    }

    private static Map<String, String> fields(String name, String value) {
        var fields = new HashMap<>(FIELDS);
        fields.put(name, value);
        return fields;
    }
}
