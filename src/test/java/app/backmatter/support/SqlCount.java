package app.backmatter.support;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.concurrent.Callable;
import org.slf4j.LoggerFactory;

/** Counts the statements that a piece of work sends to the database from its own thread. */
public final class SqlCount {
    private static final List<String> LOGGERS =
            List.of("org.hibernate.SQL", "org.springframework.jdbc.core.JdbcTemplate");

    private SqlCount() {}

    public static long during(Callable<?> work) throws Exception {
        var heard = new ListAppender<ILoggingEvent>();
        heard.start();
        var loggers = LOGGERS.stream()
                .map(name -> (Logger) LoggerFactory.getLogger(name))
                .toList();
        loggers.forEach(logger -> listen(logger, heard));
        try {
            work.call();
        } finally {
            loggers.forEach(logger -> stop(logger, heard));
        }
        var own = Thread.currentThread().getName();
        return List.copyOf(heard.list).stream()
                .filter(line -> line.getThreadName().equals(own))
                .filter(line -> !line.getMessage().startsWith("Executing prepared SQL update")
                        && !line.getMessage().equals("Executing prepared SQL query"))
                .count();
    }

    private static void listen(Logger logger, ListAppender<ILoggingEvent> heard) {
        logger.setLevel(Level.DEBUG);
        logger.setAdditive(false);
        logger.addAppender(heard);
    }

    private static void stop(Logger logger, ListAppender<ILoggingEvent> heard) {
        logger.detachAppender(heard);
        logger.setAdditive(true);
        logger.setLevel(null);
    }
}
