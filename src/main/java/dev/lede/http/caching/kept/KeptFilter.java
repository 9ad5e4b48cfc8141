package dev.lede.http.caching.kept;

import dev.lede.http.caching.DirectAnswers;
import dev.lede.http.caching.kept.KeptAnswers.Open;
import dev.lede.http.caching.kept.Touches.View;
import dev.lede.http.manners.Manners;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Answers public reads from memory, on the event loop, when all is known to be well-formed and admitted. Of those who ask
 * the same at the same moment one is let through, and the others wait for its answer. Thread-safe.
 */
@Singleton
final class KeptFilter {

    /** Whoever has waited so long asks himself. */
    private static final long PATIENCE_MILLIS = Duration.ofSeconds(2).toMillis();

    private final KeptAnswers answers;
    private final DirectAnswers sender;
    private final Admission admission;
    private final ConcurrentHashMap<Question, Flight> flights = new ConcurrentHashMap<>();

    KeptFilter(KeptAnswers answers, DirectAnswers sender, Admission admission) {
        this.answers = answers;
        this.sender = sender;
        this.admission = admission;
    }

    void register(@Observes Filters filters) {
        if (answers.isOn()) {
            filters.register(this::answer, Manners.READY - 50);
        }
    }

    private void answer(RoutingContext context) {
        var question = Question.of(context.request());
        if (question == null) {
            context.next();
            return;
        }
        var view = answers.view(System.nanoTime());
        if (view == null) {
            answers.countBypass();
            context.next();
        } else if (!sent(context, question, view)) {
            answers.countMiss();
            ask(context, question);
        }
    }

    private boolean sent(RoutingContext context, Question question, View view) {
        var kept = answers.find(question, view);
        if (kept == null || !admission.admits(context.request().remoteAddress())) {
            return false;
        }
        answers.countHit();
        kept.routed().tell(context);
        sender.send(context, kept.status(), kept.now(view));
        return true;
    }

    private void ask(RoutingContext context, Question question) {
        var mine = new Flight();
        var other = flights.putIfAbsent(question, mine);
        if (other == null) {
            if (isAnsweredMeanwhile(context, question)) {
                flights.remove(question, mine);
                mine.land();
            } else {
                lead(context, question, mine);
            }
        } else {
            // Nothing of a body may pass by meanwhile.
            context.request().pause();
            if (!other.join(Vertx.currentContext(), () -> goOn(context, question))) {
                goOn(context, question);
            }
        }
    }

    private void lead(RoutingContext context, Question question, Flight flight) {
        Runnable land = () -> {
            flights.remove(question, flight);
            flight.land();
        };
        long timer = context.vertx().setTimer(PATIENCE_MILLIS, late -> land.run());
        // An answer is kept before its head is written. One that is not may go on for hours, as streams do.
        context.addHeadersEndHandler(head -> land.run());
        context.addEndHandler(end -> {
            context.vertx().cancelTimer(timer);
            land.run();
        });
        KeptAnswers.open(context, new Open(question, land));
        context.next();
    }

    private void goOn(RoutingContext context, Question question) {
        if (context.response().closed() || context.response().ended()) {
            return;
        }
        if (!isAnsweredMeanwhile(context, question)) {
            askAlone(context, question);
        }
    }

    private boolean isAnsweredMeanwhile(RoutingContext context, Question question) {
        var view = answers.view(System.nanoTime());
        return view != null && sent(context, question, view);
    }

    private static void askAlone(RoutingContext context, Question question) {
        KeptAnswers.open(context, new Open(question, () -> {}));
        context.next();
    }
}
