package dev.lede.change.webhook;

import dev.lede.change.following.ChangeFilter;
import dev.lede.change.following.Told;
import dev.lede.change.webhook.delivery.WebhookFilter;
import dev.lede.http.outbound.RefusedAddressException;
import dev.lede.http.outbound.WebAddress;
import dev.lede.http.problem.Nearest;
import dev.lede.http.problem.ProblemException;
import dev.lede.http.problem.ProblemType;
import dev.lede.http.problem.Violation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a webhook is to be, checked.
 *
 * @param filter null for everything
 */
record NewWebhook(String url, List<String> events, @Nullable WebhookFilter filter, boolean enabled) {

    static final List<String> EVENTS =
            Arrays.stream(Told.Type.values()).map(Told.Type::word).toList();

    private static final int LONGEST_URL = 2_000;

    /** Control characters and halves of characters, which no name of a language, section or tag has. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cs}]");

    /**
     * @param present what stands where the request says nothing; null for a new one
     * @throws ProblemException {@code invalid-body}, with everything that is wrong
     */
    static NewWebhook of(WebhookRequest request, @Nullable WebhookView present) {
        var faults = new ArrayList<Violation>();
        var url = url(request.url() == null && present != null ? present.url() : request.url(), faults);
        var events = events(request.events() == null && present != null ? present.events() : request.events(), faults);
        var filter = request.filter() == null && present != null ? present.filter() : request.filter();
        check(filter, faults);
        var enabled = request.enabled() == null ? present == null || present.enabled() : request.enabled();
        if (!faults.isEmpty()) {
            var detail = faults.size() == 1 ? faults.get(0).detail() : "Several members of the body are not valid.";
            throw new ProblemException(ProblemType.INVALID_BODY, detail, faults);
        }
        return new NewWebhook(url, events, filter, enabled);
    }

    private static String url(@Nullable String given, List<Violation> faults) {
        if (given == null || given.isBlank()) {
            faults.add(Violation.ofPointer("/url", "\"url\" must say where to send what changes."));
            return "";
        }
        try {
            if (given.length() > LONGEST_URL) {
                throw new IllegalArgumentException("It is longer than " + LONGEST_URL + " characters.");
            }
            return WebAddress.parse(given).toString();
        } catch (RefusedAddressException | IllegalArgumentException refused) {
            var reason = refused instanceof RefusedAddressException known ? known.reason() : refused.getMessage();
            faults.add(Violation.ofPointer("/url", "\"url\" is none to send anything to. " + reason));
            return "";
        }
    }

    private static List<String> events(@Nullable List<String> given, List<Violation> faults) {
        if (given == null || given.isEmpty()) {
            return EVENTS;
        }
        for (int i = 0; i < given.size(); i++) {
            var event = String.valueOf(given.get(i));
            if (!EVENTS.contains(event)) {
                faults.add(Violation.ofPointer(
                                "/events/" + i,
                                "Unknown event \"" + event + "\". Allowed: " + String.join(", ", EVENTS) + ".")
                        .withValue(event)
                        .withHint(Nearest.to(event, EVENTS)));
            }
        }
        return given.stream().distinct().toList();
    }

    private static void check(@Nullable WebhookFilter filter, List<Violation> faults) {
        if (filter == null) {
            return;
        }
        var unprintable = Stream.of(filter.lang(), filter.section(), filter.tag())
                .filter(values -> values != null)
                .flatMap(List::stream)
                .anyMatch(value -> value == null || UNPRINTABLE.matcher(value).find());
        if (unprintable) {
            faults.add(Violation.ofPointer("/filter", "\"filter\" must hold texts without control characters."));
            return;
        }
        var parameters = filter.parameters();
        ChangeFilter.of(parameters);
        try {
            parameters.refuseIfAny();
        } catch (ProblemException refused) {
            refused.violations()
                    .forEach(violation ->
                            faults.add(Violation.ofPointer("/filter/" + violation.parameter(), violation.detail())));
        }
    }
}
