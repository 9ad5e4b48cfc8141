package dev.lede.operation;

import dev.lede.operation.embedded.StartRefused;
import io.quarkus.bootstrap.logging.InitialConfigurator;
import io.quarkus.runtime.QuarkusBindException;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigValidationException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.logging.Handler;
import org.flywaydb.core.api.FlywayException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Why serving could not begin: a sentence or two where a person can settle it, the whole trace where it is a fault. */
final class StartFailure {

    private static final Logger LOG = Logger.getLogger(StartFailure.class);

    /** Nobody nests causes deeper; a chain may also be a ring. */
    private static final int DEEPEST = 20;

    private StartFailure() {}

    /** Tells it on the terminal, whatever the log's level and format. */
    @SuppressWarnings("SystemOut")
    static void tell(Throwable failure) {
        if (isStopping()) {
            // Whoever stops Lede while it starts knows why it did not.
            return;
        }
        var sentence = sentence(failure);
        if (!InitialConfigurator.DELAYED_HANDLER.isActivated()) {
            // The log was not set up yet. What waits to be logged is of no use beside the sentence, and of some
            // without.
            InitialConfigurator.DELAYED_HANDLER.setHandlers(
                    sentence.isPresent() ? new Handler[0] : new Handler[] {InitialConfigurator.createDefaultHandler()});
        }
        sentence.ifPresentOrElse(
                text -> System.err.println("lede: " + text), () -> LOG.error("Lede could not start", failure));
    }

    /** Whether the process is about to end, which Java tells only those who want a hook for it. */
    private static boolean isStopping() {
        var hook = new Thread(() -> {}, "never-run");
        try {
            Runtime.getRuntime().addShutdownHook(hook);
            return !Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shutdownInProgress) {
            return true;
        }
    }

    /** What a person can do about it, where it is a person's to settle. */
    static Optional<String> sentence(Throwable failure) {
        var chain = chain(failure);
        return of(chain, StartRefused.class, refused -> String.valueOf(refused.getMessage()))
                .or(() -> of(chain, QuarkusBindException.class, StartFailure::ofPort))
                .or(() -> of(chain, ConfigValidationException.class, StartFailure::ofSettings))
                .or(() -> of(chain, ConfigurationException.class, wrong -> String.valueOf(wrong.getMessage())))
                .or(() -> of(chain, SQLException.class, StartFailure::ofDatabase))
                .or(() -> of(chain, FlywayException.class, StartFailure::ofSchema))
                .or(() -> of(chain, IllegalStateException.class, StartFailure::ofOwnCheck));
    }

    private static <T extends Throwable> Optional<String> of(
            List<Throwable> chain, Class<T> type, Function<T, @Nullable String> sentence) {
        return chain.stream()
                .filter(type::isInstance)
                .findFirst()
                .map(type::cast)
                .map(sentence);
    }

    private static List<Throwable> chain(Throwable failure) {
        var chain = new ArrayList<Throwable>();
        for (@Nullable Throwable t = failure; t != null && chain.size() < DEEPEST; t = t.getCause()) {
            chain.add(t);
        }
        return chain;
    }

    private static String ofPort(QuarkusBindException refused) {
        var reason = String.valueOf(refused.getMessage());
        if (reason.contains("in use")) {
            return String.format(
                    Locale.ROOT,
                    "Port %d is in use by another program: stop that one, or choose another port with"
                            + " QUARKUS_HTTP_PORT.",
                    refused.getPort());
        }
        return String.format(
                Locale.ROOT,
                "Lede cannot listen on %s, port %d (%s). Choose others with QUARKUS_HTTP_HOST and QUARKUS_HTTP_PORT.",
                refused.getHost(),
                refused.getPort(),
                reason.substring(reason.lastIndexOf(": ") + 1).strip());
    }

    private static String ofSettings(ConfigValidationException wrong) {
        var problems = new ArrayList<String>();
        for (int i = 0; i < wrong.getProblemCount(); i++) {
            // SmallRye puts its own numbers and the exception's class before what it has to say.
            problems.add(wrong.getProblem(i)
                    .getMessage()
                    .replaceAll("SRCFG\\d+: |^java[\\w.]+Exception: ", "")
                    .replace(" threw an Exception whilst being converted", " cannot be read:"));
        }
        return "The configuration is wrong. " + String.join("; ", problems);
    }

    private static String ofDatabase(SQLException refused) {
        return "The database cannot be used: " + firstLine(refused)
                + " Check QUARKUS_DATASOURCE_JDBC_URL, QUARKUS_DATASOURCE_USERNAME and QUARKUS_DATASOURCE_PASSWORD.";
    }

    private static String ofSchema(FlywayException refused) {
        return "The database's schema does not fit this release of Lede: " + firstLine(refused)
                + " Start the release that made it, or give Lede an empty database of its own.";
    }

    private static String firstLine(Exception refused) {
        var line =
                String.valueOf(refused.getMessage()).strip().lines().findFirst().orElse("");
        return line.endsWith(".") ? line : line + ".";
    }

    /** What Lede's own code checks at start, it refuses in words for a person. */
    private static @Nullable String ofOwnCheck(IllegalStateException refused) {
        var trace = refused.getStackTrace();
        var own = trace.length > 0 && trace[0].getClassName().startsWith("dev.lede.");
        return own ? Objects.requireNonNull(refused.getMessage()) : null;
    }
}
