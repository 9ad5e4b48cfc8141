package dev.lede.http.caching.kept;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.lede.http.caching.Answer;
import dev.lede.http.caching.CacheConfig;
import dev.lede.http.caching.Keeper;
import dev.lede.http.caching.Privacy;
import dev.lede.http.caching.Ready;
import dev.lede.http.caching.kept.Touches.View;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * The answers that are kept, by their questions, within so many bytes. Only what everybody may read is among them, and
 * nothing that a later revision has touched is given out. Thread-safe, and never blocks.
 */
@Singleton
final class KeptAnswers implements Keeper {

    private static final Set<String> VARY = Set.of("Accept", "Accept-Language");
    private static final Set<Integer> STATUSES = Set.of(200, 300);

    /** One answer never takes more than this part of the whole. */
    private static final int PART = 16;

    private static final String OPEN = "lede.question";

    private final CacheConfig config;
    private final long size;
    private final Touches touches;
    private final Cache<Question, Kept> answers;
    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();
    private final LongAdder bypasses = new LongAdder();
    private final LongAdder evicted = new LongAdder();

    KeptAnswers(CacheConfig config, Touches touches) {
        this.config = config;
        this.size = config.size().asLongValue();
        this.touches = touches;
        this.answers = Caffeine.newBuilder()
                .maximumWeight(size)
                .weigher((Question question, Kept kept) -> kept.weight())
                .evictionListener((question, kept, cause) -> evicted.increment())
                .build();
    }

    void register(@Observes StartupEvent started, MeterRegistry registry) {
        counter(registry, "lede.cache.hits", "Reads answered from memory.", hits);
        counter(registry, "lede.cache.misses", "Reads whose answer was not in memory, or not right any more.", misses);
        counter(
                registry,
                "lede.cache.bypasses",
                "Reads that might have been answered from memory, and were not.",
                bypasses);
        counter(registry, "lede.cache.evictions", "Answers forgotten for want of room.", evicted);
        Gauge.builder("lede.cache.bytes", this, KeptAnswers::bytes)
                .description("What the answers in memory take, about.")
                .register(registry);
        Gauge.builder("lede.cache.answers", answers, Cache::estimatedSize)
                .description("How many answers are in memory.")
                .register(registry);
    }

    private static void counter(MeterRegistry registry, String name, String description, LongAdder adder) {
        FunctionCounter.builder(name, adder, LongAdder::doubleValue)
                .description(description)
                .register(registry);
    }

    private double bytes() {
        return answers.policy()
                .eviction()
                .map(policy -> policy.weightedSize().orElse(0))
                .orElse(0L);
    }

    /** Whether anything is kept at all. */
    boolean isOn() {
        return size > 0;
    }

    /** What is known now, when anything may be given out. */
    @Nullable
    View view(long nanos) {
        return isOn() ? touches.fresh(nanos) : null;
    }

    /** The answer to a question, when there is one that is right. */
    @Nullable
    Kept find(Question question, View view) {
        var asked = question.inAnyLanguage();
        var kept = answers.getIfPresent(asked);
        if (kept != null && kept.isByLanguage()) {
            asked = question;
            kept = answers.getIfPresent(asked);
        }
        if (kept == null) {
            return null;
        }
        if (!kept.isRight(view, touches)) {
            answers.asMap().remove(asked, kept);
            return null;
        }
        return kept;
    }

    void countHit() {
        hits.increment();
    }

    void countMiss() {
        misses.increment();
    }

    void countBypass() {
        bypasses.increment();
    }

    /** From now on the answer of this exchange may be kept as one to the question. */
    static void open(RoutingContext context, Open question) {
        context.put(OPEN, question);
    }

    /**
     * A question that is being answered.
     *
     * @param answered to be run when the answer is kept
     */
    record Open(Question question, Runnable answered) {}

    @Override
    public void keep(RoutingContext context, int status, Answer answer) {
        Open open = context.get(OPEN);
        if (open == null
                || !STATUSES.contains(status)
                || !answer.isKeepable()
                || !VARY.containsAll(answer.vary())
                || Privacy.isMarked(context)) {
            return;
        }
        if (answer.size() > size / PART
                || touches.isTouchedAfter(answer.revision().orElseThrow(), answer.dependencies())) {
            return;
        }
        var kept = new Kept(Ready.of(answer.made(), status, config), status, answer, routed(context));
        var question = open.question();
        if (kept.isByLanguage()) {
            answers.put(question, kept);
        }
        answers.put(question.inAnyLanguage(), kept);
        open.answered().run();
    }

    /** What the framework has noted for its metrics. */
    private static Routed routed(RoutingContext context) {
        String template =
                ((HttpServerRequestInternal) context.request()).context().getLocal("UrlPathTemplate");
        return new Routed(
                Objects.requireNonNullElse(template, ""), context.request().path());
    }

    /** Forgets everything. */
    void clear() {
        answers.invalidateAll();
    }
}
