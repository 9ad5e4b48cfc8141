package dev.lede.operation.metrics;

import dev.lede.database.Database;
import dev.lede.database.DatabaseException;
import dev.lede.database.Sql;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.function.ToDoubleFunction;

/**
 * Figures about the content, asked for in the background: however often and by however many it is scraped, the database
 * answers one statement in ten seconds, whose cost does not grow with the content.
 */
@Singleton
class ContentMetrics {

    // min() is the first entry of an index, and the number of documents is the server's own estimate.
    private static final Sql FIGURES = Sql.of("select (select number from revision) as revision,"
            + " (select greatest(0, extract(epoch from now() - min(turns_at))) from article"
            + " where turns_at < 'infinity') as overdue,"
            + " (select greatest(0, reltuples) from pg_class where oid = 'document'::regclass) as documents,"
            + " pg_database_size(current_database()) as size");

    private final Database database;
    private volatile Figures figures = Figures.UNKNOWN;

    ContentMetrics(Database database) {
        this.database = database;
    }

    private record Figures(double revision, double overdue, double documents, double size) {
        static final Figures UNKNOWN = new Figures(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }

    void register(@Observes StartupEvent started, MeterRegistry registry) {
        gauge(registry, "lede.revision", "The content revision.", Figures::revision);
        gauge(
                registry,
                "lede.publication.overdue.seconds",
                "How long the article that is due longest has waited to be published or to expire.",
                Figures::overdue);
        gauge(registry, "lede.documents.estimate", "Documents, as the database last estimated.", Figures::documents);
        gauge(registry, "lede.database.size.bytes", "What the database takes on its disk.", Figures::size);
    }

    private void gauge(MeterRegistry registry, String name, String description, ToDoubleFunction<Figures> figure) {
        Gauge.builder(name, this, self -> figure.applyAsDouble(self.figures))
                .description(description)
                .register(registry);
    }

    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void ask() {
        try {
            figures = database.read(session -> session.one(
                    FIGURES,
                    row -> new Figures(
                            row.getDouble("revision"),
                            row.getDouble("overdue"),
                            row.getDouble("documents"),
                            row.getDouble("size"))));
        } catch (DatabaseException unreachable) {
            // Readiness tells it; a figure that is not known must not look like one that is.
            figures = Figures.UNKNOWN;
            Log.debug("The content's figures are not to be had", unreachable);
        }
    }
}
